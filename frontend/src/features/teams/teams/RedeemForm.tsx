/** Taking the seat that a one-time code was handed over for. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { redeem } from '@/api/actions';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from './Teams.module.css';

export function RedeemForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: () => redeem(code.trim()),
    onSuccess: async () => {
      setCode('');
      setTried(false);
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.me() }),
        queries.invalidateQueries({ queryKey: keys.teams() }),
      ]);
    },
  });
  const wrong = run.error instanceof Problem && run.error.status === 422;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim()) run.mutate();
  };
  return (
    <form className={classes['redeem']} onSubmit={submit} noValidate>
      <TextInput
        label={t('teams/code')}
        description={t('teams/codeHelp')}
        value={code}
        autoComplete="off"
        spellCheck={false}
        error={wrong ? t('teams/codeWrong') : tried && !code.trim() && !run.isSuccess ? t('teams/codeNeeded') : null}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={run.isPending}>
        {t('teams/redeem')}
      </Button>
      {run.isSuccess ? <Notice tone="good">{t('teams/redeemed', { code: run.data.code })}</Notice> : null}
      {wrong ? null : <ProblemNotice error={run.error} />}
    </form>
  );
}
