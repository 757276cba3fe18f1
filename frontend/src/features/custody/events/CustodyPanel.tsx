/** Custody of an exhibit: the timeline of its entries, each recomputed in this browser. */
import { Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconCircleCheck, IconHistory, IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { custodyQuery, type CustodyOrder } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EntryView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { brokenLinks } from '@/lib/commitments';
import { count } from '@/lib/format';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import { CustodyItem } from './CustodyItem';
import { timeline } from './timeline';
import { useChecked } from '@/features/audit/entries/useChecked';
import { useIncluded } from '@/features/audit/entries/useIncluded';
import classes from '@/features/audit/entries/Ledger.module.css';

const CustodyChart = lazy(async () => ({ default: (await import('./CustodyChart')).CustodyChart }));
/** So many entries are drawn at the most; a longer custody is read in the list. */
const DRAWN = 1000;

export function CustodyPanel({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [order, setOrder] = useState<CustodyOrder>('newest');
  const [drawn, setDrawn] = useState(false);
  const custody = useInfiniteQuery(custodyQuery(jit.id, evidence, order));
  const entries = useMemo(() => custody.data?.pages.flatMap((page) => page.items) ?? [], [custody.data]);
  const { hasNextPage, isPlaceholderData } = custody;
  const findings = useChecked(entries);
  const { checkpoint } = useLedgerWatch();
  const inclusions = useIncluded(jit.id, entries, checkpoint);
  const items = useMemo(() => {
    const inOrder = timeline(entries, !isPlaceholderData && (order === 'oldest' || !hasNextPage));
    return order === 'newest' ? inOrder.reverse() : inOrder;
  }, [entries, order, hasNextPage, isPlaceholderData]);
  const more = custody.hasNextPage ? (
    <li className={classes['more']}>
      <Button
        variant="default"
        size="compact-xs"
        loading={custody.isFetchingNextPage}
        onClick={() => void custody.fetchNextPage()}
      >
        {t('common/more')}
      </Button>
    </li>
  ) : null;
  return (
    <Panel
      title={t('custody/title')}
      flush
      aside={
        <Group gap="xs">
          <Button
            size="compact-xs"
            variant={drawn ? 'light' : 'default'}
            aria-pressed={drawn}
            leftSection={<IconTimeline size={13} aria-hidden />}
            onClick={() => setDrawn(!drawn)}
          >
            {t('chart/show')}
          </Button>
          <SegmentedControl
            size="xs"
            aria-label={t('custody/order')}
            value={order}
            onChange={(value) => setOrder(value === 'oldest' ? 'oldest' : 'newest')}
            data={[
              { value: 'newest', label: t('custody/newest') },
              { value: 'oldest', label: t('custody/oldest') },
            ]}
          />
        </Group>
      }
    >
      {drawn ? <Drawn evidence={evidence} /> : null}
      {custody.isPending ? (
        <Stack p="md" gap="md" role="status" aria-label={t('common/loading')}>
          {[80, 62, 74].map((width) => (
            <Skeleton key={width} height={14} width={`${String(width)}%`} />
          ))}
        </Stack>
      ) : null}
      {custody.isError ? (
        <div className={classes['pad']}>
          <ProblemNotice error={custody.error} onRetry={() => void custody.refetch()} />
        </div>
      ) : null}
      {custody.isSuccess && items.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('custody/empty')} help={t('custody/intro')} />
      ) : null}
      <ol className={classes['timeline']}>
        {items.map((item) => (
          <CustodyItem
            key={item.kind === 'entry' ? item.entry.commitment : `gap${String(item.from)}`}
            item={item}
            {...(item.kind === 'entry'
              ? { finding: findings.get(item.entry.commitment), inclusion: inclusions.get(item.entry.commitment) }
              : { finding: undefined, inclusion: undefined })}
          />
        ))}
        {more}
      </ol>
      {entries.length > 0 ? (
        <Verdict entries={entries} findings={findings} inclusions={inclusions} size={checkpoint?.size ?? null} />
      ) : null}
    </Panel>
  );
}

/** From its beginning on, whichever way the list is read: who had it is drawn from when they had it. */
function Drawn({ evidence }: { evidence: string }) {
  const { jit } = useTeam();
  const custody = useInfiniteQuery(custodyQuery(jit.id, evidence, 'oldest'));
  const entries = useMemo(() => custody.data?.pages.flatMap((page) => page.items) ?? [], [custody.data]);
  const { hasNextPage, isFetching, fetchNextPage } = custody;
  const further = hasNextPage && entries.length < DRAWN;
  useEffect(() => {
    if (further && !isFetching) void fetchNextPage();
  }, [further, isFetching, fetchNextPage]);
  const ghost = <Skeleton height={140} m="sm" />;
  if (custody.isError)
    return (
      <div className={classes['pad']}>
        <ProblemNotice error={custody.error} onRetry={() => void custody.refetch()} />
      </div>
    );
  return custody.isSuccess ? (
    <Suspense fallback={ghost}>
      <CustodyChart entries={entries} rest={further ? 'reading' : hasNextPage ? 'undrawn' : null} />
    </Suspense>
  ) : (
    ghost
  );
}

type Verdict = {
  entries: readonly EntryView[];
  findings: ReturnType<typeof useChecked>;
  inclusions: ReturnType<typeof useIncluded>;
  size: number | null;
};

function Verdict({ entries, findings, inclusions, size }: Verdict) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const matching = entries.filter(({ commitment }) => findings.get(commitment) === 'matches').length;
  const included = entries.filter(({ commitment }) => inclusions.get(commitment) === 'included').length;
  const broken = brokenLinks(entries);
  const bad =
    broken.length > 0 ||
    entries.some(({ commitment }) => findings.get(commitment) === 'differs' || inclusions.get(commitment) === 'absent');
  const chain = broken.length > 0 ? t('custody/broken', { numbers: broken.join(', ') }) : t('custody/linked');
  const among = { count: included, all: entries.length, size: count(size ?? 0, locale) };
  return (
    <div className={classes['verdict']}>
      {bad ? (
        <Notice tone="bad" title={t('custody/differs')}>
          {chain}
        </Notice>
      ) : (
        <p>
          <IconCircleCheck size={14} aria-hidden /> {t('custody/whole', { count: matching })}{' '}
          {size === null ? null : t(included === entries.length ? 'watch/all' : 'watch/some', among)} {chain}{' '}
          {t('custody/worth')}
        </p>
      )}
    </div>
  );
}
