/** The custody of an exhibit: chart and table of its events. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { custodyQuery } from '@/features/custody/events/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useChecked } from '@/features/audit/entries/useChecked';
import { useIncluded } from '@/features/audit/entries/useIncluded';
import { RecordActions } from '@/features/custody/physical-custody/RecordActions';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import { chart } from './chart';
import { EventsTable } from './EventsTable';
import { occasions } from './occasions';
import { PrintAccess } from './PrintAccess';
import type { Range } from './range';
import { Verdict } from './Verdict';
import classes from './Events.module.css';

const CustodyChart = lazy(async () => ({ default: (await import('./CustodyChart')).CustodyChart }));
/** Events that are loaded without being asked for. */
const LOADED = 1000;

export function CustodyTab({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [range, setRange] = useState<Range | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [most, setMost] = useState(LOADED);
  const custody = useInfiniteQuery(custodyQuery(jit.id, exhibit.id, 'newest'));
  const entries = useMemo(() => custody.data?.pages.flatMap((page) => page.items) ?? [], [custody.data]);
  const { hasNextPage, isFetching, fetchNextPage } = custody;
  const further = hasNextPage && entries.length < most;
  useEffect(() => {
    if (further && !isFetching) void fetchNextPage();
  }, [further, isFetching, fetchNextPage]);
  const findings = useChecked(entries);
  const { checkpoint } = useLedgerWatch();
  const inclusions = useIncluded(jit.id, entries, checkpoint);
  const drawn = useMemo(() => chart(entries), [entries]);
  const rows = useMemo(() => occasions(entries, !hasNextPage), [entries, hasNextPage]);
  const select = (commitment: string | null) => setSelected(commitment);
  return (
    <Stack gap="sm" component="section" aria-label={t('custody/title')}>
      {custody.isPending ? <Loading /> : null}
      {custody.isError ? <ProblemNotice error={custody.error} onRetry={() => void custody.refetch()} /> : null}
      {custody.isSuccess && entries.length === 0 ? (
        <Panel title={t('custody/title')}>
          <EmptyState icon={IconHistory} title={t('custody/empty')} help={t('custody/intro')} />
        </Panel>
      ) : null}
      {drawn ? (
        <Suspense fallback={<Skeleton height={260} />}>
          <CustodyChart
            chart={drawn}
            range={range}
            note={further ? t('chart/loading') : hasNextPage ? t('chart/notAll') : null}
            selected={selected}
            onRange={setRange}
            onSelect={select}
          />
        </Suspense>
      ) : null}
      {entries.length > 0 ? (
        <EventsTable
          rows={rows}
          range={range}
          selected={selected}
          findings={findings}
          inclusions={inclusions}
          onRange={setRange}
          onSelect={select}
          action={
            <>
              <PrintAccess exhibit={exhibit} rows={rows} whole={!hasNextPage} />
              <RecordActions exhibit={exhibit} />
            </>
          }
          foot={
            <>
              {hasNextPage && !further ? (
                <div className={classes['more']}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={custody.isFetchingNextPage}
                    onClick={() => setMost(entries.length + LOADED)}
                  >
                    {t('custody/loadOlder')}
                  </Button>
                </div>
              ) : null}
              <Verdict entries={entries} findings={findings} inclusions={inclusions} size={checkpoint?.size ?? null} />
            </>
          }
        />
      ) : null}
    </Stack>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('common/loading')}>
      <Skeleton height={260} />
      <Skeleton height={320} />
    </Stack>
  );
}
