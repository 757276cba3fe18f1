/** Taking the seat that a one-time code was handed over for. */
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { redeem } from '@/api/actions';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from './Teams.module.css';

const isWrong = (error: unknown) => error instanceof Problem && error.status === 422;

export function RedeemForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() ? null : t('teams/codeNeeded')) },
  });
  const run = useMutation({
    mutationFn: () => redeem(form.getValues().code.trim()),
    onError: (error) => {
      if (isWrong(error)) form.setFieldError('code', t('teams/codeWrong'));
    },
    onSuccess: async () => {
      form.reset();
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.me() }),
        queries.invalidateQueries({ queryKey: keys.teams() }),
      ]);
    },
  });
  return (
    <form className={classes['redeem']} onSubmit={form.onSubmit(() => run.mutate())} noValidate>
      <TextInput
        label={t('teams/code')}
        description={t('teams/codeHelp')}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('code')}
      />
      <Button type="submit" variant="default" loading={run.isPending}>
        {t('teams/redeem')}
      </Button>
      {run.isSuccess ? <Notice tone="good">{t('teams/redeemed', { code: run.data.code })}</Notice> : null}
      {isWrong(run.error) ? null : <ProblemNotice error={run.error} />}
    </form>
  );
}
