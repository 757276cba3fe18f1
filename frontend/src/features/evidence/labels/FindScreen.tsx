/** Finding an exhibit by what stands on a label, in whichever of one's teams it is. Unknown and not for these eyes are one answer. */
import { Button, TextInput } from '@mantine/core';
import { IconMapQuestion, IconQrcode, IconQrcodeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { find, voidOf, type Found } from './queries';
import { meQuery } from '@/api/queries';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import classes from './Find.module.css';

type Props = { code: string; onCode: (code: string) => void; onFound: (found: Found) => void };

export function FindScreen({ code, onCode, onFound }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(code);
  const { data: me } = useQuery(meQuery());
  const jits = me?.seats.map(({ jit }) => jit.id) ?? [];
  const { data, error, isFetching, refetch } = useQuery({
    enabled: me !== undefined && code !== '',
    queryKey: [{ _id: 'findByLabel', code, jits }] as const,
    queryFn: ({ signal }) => find(jits, code, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    if (data) onFound(data);
  }, [data, onFound]);
  const gone = voidOf(error);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim()) onCode(typed.trim());
  };
  return (
    <div className={classes['find']}>
      <form onSubmit={submit} className={classes['form']}>
        <TextInput
          label={t('labels/find')}
          description={t('labels/findHelp')}
          leftSection={<IconQrcode size={15} aria-hidden />}
          classNames={{ input: 'mono' }}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={isFetching}>
          {t('labels/go')}
        </Button>
      </form>
      {gone ? (
        <EmptyState
          icon={IconQrcodeOff}
          title={t('labels/isVoid')}
          help={t('labels/isVoidHelp', { seat: gone.by, reason: gone.reason })}
        >
          <When at={gone.at} />
        </EmptyState>
      ) : (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
      {code && data === null && !isFetching ? (
        <EmptyState icon={IconMapQuestion} title={t('labels/none')} help={t('labels/noneHelp')} />
      ) : null}
    </div>
  );
}
