/** The ledger's entries that one may read, newest first: searched, walked by keys, and proved in this browser as they come into sight. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesQuery, narrowed, type AuditSearch } from './queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { zoneName } from '@/lib/time';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import { EntryRow } from './EntryRow';
import { LogFilters } from './LogFilters';
import { useChecked } from '@/features/audit/entries/useChecked';
import { useIncluded } from '@/features/audit/entries/useIncluded';
import { useOpened, useRowKeys } from './useRowKeys';
import { useVisible } from './useVisible';
import classes from './Rows.module.css';

type Props = { search: AuditSearch; onSearch: (search: AuditSearch) => void };

/** How many steps through the ledger are taken by themselves while words are not found; then somebody says whether to go on. */
const STEPS = 10;

export function EntriesPanel({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const query = useInfiniteQuery(entriesQuery(jit.id, search, zone));
  const pages = query.data?.pages;
  const entries = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const keys = useMemo(() => entries.map(({ commitment }) => commitment), [entries]);
  const list = useRef<HTMLDivElement>(null);
  const visible = useVisible(list, keys);
  const [opened, toggle] = useOpened();
  const insight = useMemo(() => entries.filter(({ commitment }) => visible.has(commitment)), [entries, visible]);
  const findings = useChecked(insight);
  const { checkpoint } = useLedgerWatch();
  // The oldest first would be proved last: what is on top of the screen is proved first.
  const inclusions = useIncluded(
    jit.id,
    useMemo(() => [...insight].reverse(), [insight]),
    checkpoint,
  );
  const { hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = query;
  const more = () => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  const { onKeyDown, rowProps } = useRowKeys(keys, opened, toggle, more);
  const fruitless = pages ? [...pages].reverse().findIndex(({ items }) => items.length > 0) : 0;
  const steps = fruitless < 0 ? (pages?.length ?? 0) : fruitless;
  useEffect(() => {
    if (steps > 0 && steps % STEPS !== 0 && hasNextPage && !isFetching) void fetchNextPage();
  }, [steps, hasNextPage, isFetching, fetchNextPage]);
  const filtered = narrowed(search) > 0;
  const passed = search.q !== undefined && hasNextPage ? pages?.at(-1)?.next : null;
  return (
    <Panel
      title={t('audit/entries')}
      term="log"
      flush
      aside={
        <span role="status">
          {query.isSuccess && entries.length > 0
            ? t(hasNextPage ? 'audit/shownSoFar' : 'audit/shownAll', { count: entries.length })
            : null}
        </span>
      }
    >
      <LogFilters search={search} onChange={onSearch} />
      {query.isPending ? (
        <Stack p="md" gap="md" role="status" aria-label={t('common/loading')}>
          {[90, 70, 84, 76, 88, 66].map((width) => (
            <Skeleton key={width} height={14} width={`${String(width)}%`} />
          ))}
        </Stack>
      ) : null}
      {query.isError ? (
        <div className={classes['pad']}>
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {entries.length > 0 ? (
        <div
          ref={list}
          className={classes['list']}
          role="treegrid"
          aria-label={t('audit/list')}
          aria-busy={isPlaceholderData}
          onKeyDown={onKeyDown}
        >
          <div role="row" className={classes['head']}>
            <span role="columnheader">
              <span className="visually-hidden">{t('common/details')}</span>
            </span>
            <span role="columnheader">{t('audit/position')}</span>
            <span role="columnheader">
              {t('audit/at')} {zoneName(Date.parse(entries[0]?.at ?? '') || 0, zone, locale)}
            </span>
            {(['what', 'who', 'about'] as const).map((name) => (
              <span role="columnheader" key={name}>
                {t(`audit/${name}`)}
              </span>
            ))}
            <span role="columnheader">
              <span className="visually-hidden">{t('audit/checked')}</span>
            </span>
          </div>
          {entries.map((entry) => (
            <EntryRow
              key={entry.commitment}
              entry={entry}
              open={opened.has(entry.commitment)}
              rowProps={rowProps(entry.commitment)}
              onToggle={() => toggle(entry.commitment)}
              finding={findings.get(entry.commitment)}
              inclusion={inclusions.get(entry.commitment)}
            />
          ))}
        </div>
      ) : null}
      {query.isSuccess && entries.length === 0 && !isFetching ? (
        <EmptyState
          icon={IconListSearch}
          title={t(filtered ? (passed ? 'audit/notYet' : 'audit/nothing') : 'audit/empty')}
          help={filtered ? undefined : t('audit/emptyHelp')}
        >
          {filtered ? (
            <Button variant="default" size="xs" onClick={() => onSearch({})}>
              {t('evidence/clear')}
            </Button>
          ) : null}
        </EmptyState>
      ) : null}
      <div className={classes['foot']}>
        {passed ? <span className="dim">{t('audit/passed', { position: passed })}</span> : null}
        {hasNextPage ? (
          <Button variant="default" size="compact-xs" loading={query.isFetchingNextPage} onClick={more}>
            {t(passed ? 'audit/further' : 'audit/older')}
          </Button>
        ) : entries.length > 0 ? (
          <span className="dim">{t(filtered ? 'audit/nothingOlder' : 'audit/beginning')}</span>
        ) : null}
      </div>
    </Panel>
  );
}
