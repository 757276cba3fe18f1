/** Says to an operator that administration needs a second factor, and sets one up; otherwise shows what it encloses. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { AuthenticatorDialog } from './AuthenticatorDialog';
import { secondFactorsQuery } from './queries';

export function SecondFactorNeeded({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(secondFactorsQuery());
  const [open, setOpen] = useState(false);
  if (!data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data.demanded || data.proved) return children;
  return (
    <Notice
      tone="warn"
      title={t('security/neededTitle')}
      action={data.app_since === null ? <Button onClick={() => setOpen(true)}>{t('security/setUpApp')}</Button> : null}
    >
      {data.app_since === null ? t('security/neededHelp') : t('security/signInAgain')}
      {open ? <AuthenticatorDialog onClose={() => setOpen(false)} /> : null}
    </Notice>
  );
}
