/** A form of a legal request: `form` in the address, or the one that goes out with the request. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Missing } from '@/app/Fallbacks';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { FilledFormScreen } from '@/features/requests/forms/FilledFormScreen';
import { formQuery } from '@/features/requests/forms/queries';
import { requestQuery } from '@/features/requests/request/queries';
import classes from '@/app/pages/Pages.module.css';

export function FilledFormPage() {
  const { t, i18n } = useTranslation();
  const { jit, request: id } = useParams({ from: '/jits/$jit/requests/$request/form' });
  const { form: followUp } = useSearch({ from: '/jits/$jit/requests/$request/form' });
  const [chosen, setChosen] = useState<string>();
  const language = i18n.language === 'fr' ? 'fr' : 'en';
  const request = useQuery(requestQuery(jit, id));
  const form = useQuery(formQuery(jit, id, language, followUp ?? chosen));
  const error = request.error ?? form.error;
  if (error instanceof Problem && error.status === 404) return <Missing />;
  if (request.data && form.data)
    return (
      <FilledFormScreen
        key={`${id} ${form.data.key}`}
        request={request.data}
        data={form.data}
        language={language}
        onChoose={setChosen}
      />
    );
  return (
    <div className={classes['pad']}>
      {error ? (
        <ProblemNotice error={error} onRetry={() => void Promise.all([request.refetch(), form.refetch()])} />
      ) : (
        <div role="status" aria-label={t('common/loading')}>
          <Skeleton height={24} width="60%" mb="md" />
          <Skeleton height={180} />
        </div>
      )}
    </div>
  );
}
