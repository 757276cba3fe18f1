/** The operations log: short reports and decisions, newest first, and the field for a new report. */
import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { logOf } from '@/features/coordination/action-days/board/boardLog';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TickerLines } from './TickerLines';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import classes from '@/features/coordination/action-days/Operations.module.css';

export function TickerPanel({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const reports = useQuery(tickerQuery(jit.id, day.id));
  const actions = useQuery(boardQuery(jit.id, day.id));
  const results = useQuery(resultsQuery(jit.id, day.id));
  const lines = logOf({
    day,
    actions: actions.data?.items ?? [],
    reports: reports.data?.items ?? [],
    results: results.data?.items ?? [],
  });
  return (
    <Panel
      title={t('operations/ticker')}
      term="operationsLog"
      aside={
        lines.length > 0 ? <span className="dim">{t('operations/logEntries', { count: lines.length })}</span> : null
      }
    >
      {day.state === 'closed' && !day.reopens_until ? null : <ReportLine day={day} />}
      <ProblemNotice error={reports.error} onRetry={() => void reports.refetch()} />
      <TickerLines day={day} lines={lines} empty={reports.isSuccess} />
    </Panel>
  );
}

function ReportLine({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { say } = useQueue();
  const [text, setText] = useState('');
  const [own, setOwn] = useState(false);
  const [decision, setDecision] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    say({
      what: 'report',
      operation: day.id,
      body: { text: text.trim(), kind: decision ? 'decision' : 'incident', shared: decision || !own },
    });
    setText('');
    setDecision(false);
  };
  return (
    <form onSubmit={submit} className={classes['report']}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('operations/report')}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{t('operations/send')}</Button>
      </Group>
      <Group gap="md">
        <Checkbox
          size="xs"
          label={t('operations/ownOnly')}
          checked={own && !decision}
          disabled={decision}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
        {day.may.decide ? (
          <Checkbox
            size="xs"
            label={t('operations/decide')}
            checked={decision}
            onChange={(event) => setDecision(event.currentTarget.checked)}
          />
        ) : null}
      </Group>
      <p className={classes['help']}>{t('operations/reportHelp')}</p>
    </form>
  );
}
