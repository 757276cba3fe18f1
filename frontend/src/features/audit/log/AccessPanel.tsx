/** The technical access log, for auditors: who asked for what at the team's door, and how it was answered. No part of the ledger. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconListSearch, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { accessQuery, narrowed, type AuditSearch } from './queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { zoneName } from '@/lib/time';
import { AccessRow } from './AccessRow';
import { LogFilters } from './LogFilters';
import { useOpened, useRowKeys } from './useRowKeys';
import classes from './Rows.module.css';

type Props = { search: AuditSearch; onSearch: (search: AuditSearch) => void };

export function AccessPanel({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { jit, seat, zone, locale, partyName } = useTeam();
  const query = useInfiniteQuery(accessQuery(jit.id, search, zone));
  const pages = query.data?.pages;
  const lines = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const [opened, toggle] = useOpened();
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const more = () => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  const { onKeyDown, rowProps } = useRowKeys(
    useMemo(() => lines.map(({ id }) => id), [lines]),
    opened,
    toggle,
    more,
  );
  const filtered = narrowed(search) > 0;
  return (
    <Panel
      title={t('accessLog/title')}
      flush
      aside={
        <>
          <span role="status">
            {lines.length > 0
              ? t(hasNextPage ? 'accessLog/shownSoFar' : 'accessLog/shownAll', { count: lines.length })
              : null}
          </span>
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconRefresh size={13} aria-hidden />}
            loading={isFetching && !query.isFetchingNextPage}
            onClick={() => void query.refetch()}
          >
            {t('accessLog/refresh')}
          </Button>
        </>
      }
    >
      <p className={classes['intro']}>
        {t(seat.party === null ? 'accessLog/whatAll' : 'accessLog/what', { party: partyName(seat.party ?? '') })}
      </p>
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
      {lines.length > 0 ? (
        <div
          className={classes['list']}
          data-access
          role="treegrid"
          aria-label={t('accessLog/list')}
          aria-busy={query.isPlaceholderData}
          onKeyDown={onKeyDown}
        >
          <div role="row" className={classes['head']}>
            <span role="columnheader">
              <span className="visually-hidden">{t('common/details')}</span>
            </span>
            <span role="columnheader">
              {t('audit/at')} {zoneName(Date.parse(lines[0]?.at ?? '') || 0, zone, locale)}
            </span>
            <span role="columnheader">{t('audit/who')}</span>
            <span role="columnheader">{t('accessLog/asked')}</span>
            <span role="columnheader">{t('accessLog/answer')}</span>
          </div>
          {lines.map((line) => (
            <AccessRow
              key={line.id}
              line={line}
              open={opened.has(line.id)}
              rowProps={rowProps(line.id)}
              onToggle={() => toggle(line.id)}
            />
          ))}
        </div>
      ) : null}
      {query.isSuccess && lines.length === 0 ? (
        <EmptyState icon={IconListSearch} title={t(filtered ? 'accessLog/nothing' : 'accessLog/empty')}>
          {filtered ? (
            <Button variant="default" size="xs" onClick={() => onSearch({ tab: 'access' })}>
              {t('evidence/clear')}
            </Button>
          ) : null}
        </EmptyState>
      ) : null}
      {lines.length > 0 ? (
        <div className={classes['foot']}>
          {hasNextPage ? (
            <Button variant="default" size="compact-xs" loading={query.isFetchingNextPage} onClick={more}>
              {t('accessLog/older')}
            </Button>
          ) : (
            <span className="dim">{t('evidence/end')}</span>
          )}
        </div>
      ) : null}
    </Panel>
  );
}
