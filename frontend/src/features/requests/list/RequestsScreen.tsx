/** Legal requests of the own party and those that others shared with it, with filters. */
import { Button } from '@mantine/core';
import { IconFileSearch, IconGavel, IconInbox, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { PagedRows } from '@/components/layout/PagedRows';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { compact } from '@/lib/compact';
import { useNow } from '@/lib/useNow';
import { ChangedValuesPanel } from '@/features/requests/changed-values/ChangedValuesPanel';
import { requestsQuery, type RequestFilters } from '@/features/requests/request/queries';
import { duesOf } from '@/features/requests/request/state';
import { DeadlineTimeline } from './DeadlineTimeline';
import { ExpiringPanel } from './ExpiringPanel';
import { RequestBoard } from './RequestBoard';
import { RequestFilterBar } from './RequestFilterBar';
import { RequestRow } from './RequestRow';
import classes from './List.module.css';

type Props = { filters: RequestFilters; onFilters: (filters: RequestFilters) => void };

export function RequestsScreen({ filters, onFilters }: Props) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const now = useNow(60_000);
  const list = useInfiniteQuery(requestsQuery(jit.id, filters));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const { view } = filters;
  const filtered = Object.keys(compact({ ...filters, view: undefined, sort: undefined })).length > 0;
  const create =
    may('requests:work') && jit.state === 'operational' ? (
      <div className={classes['acts']}>
        <Button
          variant="default"
          leftSection={<IconFileSearch size={15} aria-hidden />}
          renderRoot={(props) => <Link to="/jits/$jit/identifiers" params={{ jit: jit.id }} {...props} />}
        >
          {t('requests/recognise')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconInbox size={15} aria-hidden />}
          renderRoot={(props) => (
            <Link to="/jits/$jit/requests/new" params={{ jit: jit.id }} search={{ direction: 'in' }} {...props} />
          )}
        >
          {t('requests/register')}
        </Button>
        <Button
          leftSection={<IconPlus size={15} aria-hidden />}
          renderRoot={(props) => <Link to="/jits/$jit/requests/new" params={{ jit: jit.id }} search={{}} {...props} />}
        >
          {t('requests/new')}
        </Button>
      </div>
    ) : null;
  const empty = list.isSuccess && rows.length === 0;
  // Without filters, the list shows open requests only.
  const any = useInfiniteQuery({ ...requestsQuery(jit.id, { state: 'any' }), enabled: empty && !filtered });
  const ended = (any.data?.pages[0]?.items.length ?? 0) > 0;
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('requests/title')} term="request" help={t('requests/help')}>
          {empty && !filtered && !ended ? null : create}
        </ScreenHead>
      </div>
      {view === 'deadlines' ? null : <ExpiringPanel now={now} />}
      <div className={classes['pad']}>
        <ChangedValuesPanel />
      </div>
      <RequestFilterBar filters={filters} onChange={onFilters} />
      <PagedRows list={list} className={classes['pad']}>
        {view === 'board' && rows.length > 0 ? <RequestBoard requests={rows} now={now} /> : null}
        {view === 'deadlines' && rows.length > 0 ? (
          <DeadlineTimeline dues={duesOf(rows, !list.hasNextPage)} now={now} />
        ) : null}
        {view === undefined && rows.length > 0 ? (
          <section className={classes['panel']} aria-label={t('requests/title')}>
            <div className={classes['heads']} aria-hidden>
              {(['request', 'sides', 'state', 'holder', 'deadline', 'delivered'] as const).map((name) => (
                <span key={name}>{t(`requestHeads/${name}`)}</span>
              ))}
            </div>
            <ul className={classes['list']}>
              {rows.map((request) => (
                <RequestRow key={request.id} request={request} now={now} />
              ))}
            </ul>
          </section>
        ) : null}
      </PagedRows>
      {empty && filtered ? (
        <EmptyState icon={IconSearchOff} title={t('requests/nothing')} help={t('requests/nothingHelp')}>
          <Button variant="default" onClick={() => onFilters(compact({ view, sort: filters.sort }))}>
            {t('requests/clear')}
          </Button>
        </EmptyState>
      ) : null}
      {empty && !filtered && ended ? (
        <EmptyState icon={IconGavel} title={t('requests/noOpen')} help={t('requests/noOpenHelp')}>
          <Button variant="default" onClick={() => onFilters(compact({ ...filters, state: 'any' }))}>
            {t('requests/showAll')}
          </Button>
        </EmptyState>
      ) : null}
      {empty && !filtered && any.isSuccess && !ended ? (
        <EmptyState
          icon={IconGavel}
          title={t('requests/empty')}
          help={t(create ? 'requests/emptyHelp' : 'requests/emptyReader')}
        >
          {create}
        </EmptyState>
      ) : null}
    </div>
  );
}
