/** The operations log: short reports and decisions, newest first, and the field for a new report. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { logOf } from '@/features/coordination/action-days/board/boardLog';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReportLine } from './ReportLine';
import { TickerLines } from './TickerLines';

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
      <ReportLine day={day} />
      <ProblemNotice error={reports.error} onRetry={() => void reports.refetch()} />
      <TickerLines day={day} lines={lines} empty={reports.isSuccess} />
    </Panel>
  );
}
