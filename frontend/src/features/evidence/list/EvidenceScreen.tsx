/** The list of exhibits with its filters. Here too: where dropped files go, into a new exhibit's form. */
import { Button, Kbd, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArchive, IconFileImport, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { narrows, poolQuery, type Filters } from '@/api/queries';
import { controllersQuery } from '@/features/sharing/quarantine/queries';
import type { EvidenceSummary } from '@/api/views';
import { DropOverlay } from '@/features/evidence/files/DropOverlay';
import { EmptyState } from '@/components/layout/EmptyState';
import { hint } from '@/components/hints/hint';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useFileDrop } from '@/features/evidence/files/useFileDrop';
import { compact } from '@/lib/compact';
import { ExhibitGrid } from './ExhibitGrid';
import { FilterBar } from './FilterBar';
import classes from './Screen.module.css';

/** `labels`: the way to blank labels. */
type Props = {
  filters: Filters;
  onFilters: (filters: Filters) => void;
  onOpen: (exhibit: EvidenceSummary) => void;
  onRegister: (files: File[]) => void;
  onImport: () => void;
  registering: boolean;
  labels: ReactNode;
};

/** A file that is dropped where none is taken stays where it is: without this the browser would open it in place of the page. */
const ignored = () => undefined;

export function EvidenceScreen({ filters, onFilters, onOpen, onRegister, onImport, registering, labels }: Props) {
  const { t } = useTranslation();
  const { jit, may, seat, parties } = useTeam();
  // The role provides for it, but from beyond the Union nothing comes in before a controller is designated: the server refuses, and so says the page.
  const beyond = may('evidence:register') && gated(parties, seat.party);
  const { data: controllers } = useQuery({ ...controllersQuery(jit.id), enabled: beyond });
  const gate = beyond && controllers?.items[0]?.stands !== true;
  const mayRegister = may('evidence:register') && !gate;
  const pool = useInfiniteQuery(poolQuery(jit.id, filters));
  const exhibits = useMemo(() => pool.data?.pages.flatMap((page) => page.items) ?? [], [pool.data]);
  const dropping = useFileDrop(gate ? ignored : mayRegister && !registering ? onRegister : null);
  useHotkeys(mayRegister ? [['n', () => onRegister([])]] : []);
  const queries = useQueryClient();
  const { fetchNextPage, fetchPreviousPage } = pool;
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const before = useCallback(() => void fetchPreviousPage({ cancelRefetch: false }), [fetchPreviousPage]);
  const filtered = narrows(filters);
  const start = pool.hasPreviousPage ? ((pool.data?.pageParams[0] as { start: number } | undefined)?.start ?? 0) : 0;
  // From far down, the top is read anew rather than page by page.
  const top = () =>
    void (start > 0 && queries.resetQueries({ queryKey: poolQuery(jit.id, filters).queryKey, exact: true }));
  const sortedBy = (sort: Filters['sort']) => onFilters(compact({ ...filters, sort }));
  const register = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onRegister([])}>
      {t('evidence/register')}
    </Button>
  );
  return (
    <>
      <FilterBar filters={filters} onChange={onFilters}>
        {mayRegister ? (
          <>
            <Button variant="default" leftSection={<IconFileImport size={14} aria-hidden />} onClick={onImport}>
              {t('caseImport/open')}
            </Button>
            {labels}
            {register}
          </>
        ) : gate ? (
          <Button
            variant="default"
            {...hint(t('refused/no-controller-designated'))}
            data-disabled
            aria-disabled
            aria-description={t('refused/no-controller-designated')}
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('evidence/register')}
          </Button>
        ) : null}
      </FilterBar>
      {pool.isError ? (
        <div className={classes['notice']}>
          <ProblemNotice error={pool.error} onRetry={() => void pool.refetch()} />
        </div>
      ) : null}
      {pool.isPending ? <Ghosts /> : null}
      {exhibits.length > 0 ? (
        <ExhibitGrid
          exhibits={exhibits}
          start={start}
          more={pool.hasNextPage}
          before={pool.hasPreviousPage}
          loading={pool.isFetchingNextPage || pool.isFetchingPreviousPage}
          busy={pool.isFetching}
          onMore={more}
          onBefore={before}
          onTop={top}
          sort={filters.sort}
          onSort={sortedBy}
          onOpen={onOpen}
          memory={`${jit.id}${JSON.stringify(filters)}`}
        />
      ) : null}
      {pool.isSuccess && exhibits.length === 0 ? (
        <div className={classes['empty']}>
          {filtered ? (
            <EmptyState icon={IconSearchOff} title={t('evidence/nothing')} help={t('evidence/nothingHelp')}>
              <Button variant="default" onClick={() => onFilters(filters.sort ? { sort: filters.sort } : {})}>
                {t('evidence/clear')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState
              icon={IconArchive}
              title={t('evidence/empty')}
              help={gate ? t('evidence/emptyGated') : t(mayRegister ? 'evidence/emptyHelp' : 'evidence/emptyReader')}
            >
              {mayRegister ? (
                <span>
                  {register}{' '}
                  <Kbd size="xs" aria-hidden>
                    n
                  </Kbd>
                </span>
              ) : null}
            </EmptyState>
          )}
        </div>
      ) : null}
      {dropping ? (
        <DropOverlay
          refused={gate}
          title={t(gate ? 'evidence/dropGated' : 'evidence/dropTitle')}
          help={t(gate ? 'refused/no-controller-designated' : 'evidence/dropHelp')}
        />
      ) : null}
    </>
  );
}

function Ghosts() {
  const { t } = useTranslation();
  return (
    <div className={classes['ghosts']} role="status" aria-label={t('common/loading')}>
      {Array.from({ length: 14 }, (_, line) => (
        <Skeleton key={line} height={14} width={`${String(96 - ((line * 37) % 30))}%`} radius="xs" />
      ))}
    </div>
  );
}
