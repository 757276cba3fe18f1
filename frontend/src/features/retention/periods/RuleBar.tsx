/** What the agreement says of how long exhibits are kept; an administrator enters it. */
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { agree, retentionRulesQuery } from './queries';
import { useTeam } from '@/api/team';
import { RETENTIONS, type RetentionMode, type RetentionRuleForm } from '@/api/views';
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
  const [mode, setMode] = useState<RetentionMode>('POOL');
  const [months, setMonths] = useState(36);
  const [clause, setClause] = useState('');
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: (form: RetentionRuleForm) => agree(jit.id, form),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.retentionRules(jit.id) });
      notifications.show({ message: t('retention/entered') });
      onDone();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (clause.trim()) run.mutate({ mode, review_months: months, clause: clause.trim() });
  };
  return (
    <form onSubmit={submit} noValidate className={classes['entering']}>
      <Select
        label={t('retention/mode')}
        allowDeselect={false}
        data={RETENTIONS.map((value) => ({ value, label: t(`retentionMode/${value}`) }))}
        value={mode}
        onChange={(value) => setMode(value === 'TRANSFER' ? 'TRANSFER' : 'POOL')}
      />
      <NumberInput
        label={t('retention/months')}
        min={1}
        max={60}
        value={months}
        onChange={(value) => setMonths(Math.min(60, Math.max(1, Number(value) || 1)))}
      />
      <TextInput
        required
        label={t('retention/clause')}
        maxLength={300}
        value={clause}
        error={tried && !clause.trim() ? t('retention/needClause') : null}
        onChange={(event) => setClause(event.currentTarget.value)}
      />
      <Button type="submit" loading={run.isPending}>
        {t('retention/enterNow')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('common/cancel')}
      </Button>
      <ProblemNotice error={run.error} />
    </form>
  );
}
