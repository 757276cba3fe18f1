/** The retention period of the agreement. An administrator enters it. */
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { agree, retentionRulesQuery } from './queries';
import { useTeam } from '@/api/team';
import { RETENTIONS, type RetentionRuleForm } from '@/api/views';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import classes from './Retention.module.css';

export function RuleBar() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [entering, setEntering] = useState(false);
  const { data, error, refetch } = useQuery(retentionRulesQuery(jit.id));
  if (error)
    return (
      <div className={classes['pad']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data) return null;
  const last = data.items[0];
  return (
    <section className={classes['rule']} aria-label={t('retention/agreement')}>
      {last ? (
        <p>
          <strong>{t(`retentionMode/${last.mode}`)}</strong>, {t('retention/within', { count: last.review_months })}
          {t('common/colon')}
          {last.clause}.{' '}
          <span className="dim">
            <span className="mono">{last.decided_by}</span>, <When at={last.decided_at} />
          </span>
        </p>
      ) : (
        <p>{t('retention/noRule')}</p>
      )}
      {may('retention:agree') && !entering ? (
        <Button size="compact-sm" variant="default" onClick={() => setEntering(true)}>
          {t('retention/enterRule')}
        </Button>
      ) : null}
      {entering ? <Entering onDone={() => setEntering(false)} /> : null}
    </section>
  );
}

function Entering({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm<RetentionRuleForm>({
    initialValues: { mode: 'POOL', review_months: 36, clause: '' },
    validate: { clause: (value) => (value.trim() ? null : t('retention/needClause')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (rule: RetentionRuleForm) => agree(jit.id, { ...rule, clause: rule.clause.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.retentionRules(jit.id) });
      notifications.show({ message: t('retention/entered') });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit((rule) => run.mutate(rule))} noValidate className={classes['entering']}>
      <Select
        label={t('retention/mode')}
        allowDeselect={false}
        data={RETENTIONS.map((value) => ({ value, label: t(`retentionMode/${value}`) }))}
        {...form.getInputProps('mode')}
      />
      <NumberInput
        label={t('retention/months')}
        min={1}
        max={60}
        {...form.getInputProps('review_months')}
        onChange={(value) => form.setFieldValue('review_months', Math.min(60, Math.max(1, Number(value) || 1)))}
      />
      <TextInput required label={t('retention/clause')} maxLength={300} {...form.getInputProps('clause')} />
      <Button type="submit" loading={run.isPending}>
        {t('retention/enterNow')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('common/cancel')}
      </Button>
      <ProblemNotice error={notice} />
    </form>
  );
}
