/** The list of exhibits with search, filters, views and selection. Dropped files go into the form of a new exhibit. */
import { Button, Kbd, Skeleton } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { IconArchive, IconChevronDown, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { narrows, poolQuery, type Filters } from '@/api/queries';
import type { EvidenceSummary } from '@/api/views';
import { LateMenu, type Late } from '@/components/dialogs/LateMenu';
import { EmptyState } from '@/components/layout/EmptyState';
import { hint } from '@/components/hints/hint';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { DropOverlay } from '@/features/evidence/files/DropOverlay';
import { useFileDrop } from '@/features/evidence/files/useFileDrop';
import { controllersQuery } from '@/features/sharing/quarantine/queries';
import { withWords } from '@/i18n';
import { compact } from '@/lib/compact';
import { count as countIn } from '@/lib/format';
import { loadLater } from '@/lib/lazyLoading';
import { BulkBar, type BulkAct } from './BulkBar';
import { DEFAULT, known, type Column } from './columns';
import { ExhibitGrid } from './ExhibitGrid';
import { FilterBar } from './FilterBar';
import { countQuery } from './queries';
import { useSelection } from './useSelection';
import classes from './Screen.module.css';

const Views = loadLater(withWords(async () => (await import('./Views')).Views));

type Props = {
  filters: Filters;
  onFilters: (filters: Filters) => void;
  onOpen: (exhibit: EvidenceSummary) => void;
  onRegister: (files: File[]) => void;
  registering: boolean;
  /** Further ways to register: the menu of a button, loaded later. */
  ways: (late: Late) => ReactNode;
  onAct: (act: BulkAct, exhibits: readonly EvidenceSummary[]) => void;
};

/** A file that is dropped where none is taken stays where it is: otherwise the browser would open it. */
const ignored = () => undefined;

export function EvidenceScreen({ filters, onFilters, onOpen, onRegister, registering, ways, onAct }: Props) {
  const { t } = useTranslation();
  const { jit, may, seat, parties, locale } = useTeam();
  // From beyond the Union nothing is registered before a controller is designated: the server refuses it.
  const beyond = may('evidence:register') && gated(parties, seat.party);
  const { data: controllers } = useQuery({ ...controllersQuery(jit.id), enabled: beyond });
  const gate = beyond && controllers?.items[0]?.stands !== true;
  const mayRegister = may('evidence:register') && !gate;
  const [stored, setColumns] = useLocalStorage<readonly string[]>({ key: 'liaison.columns', defaultValue: DEFAULT });
  const columns: readonly Column[] = useMemo(() => known(stored), [stored]);
  const pool = useInfiniteQuery(poolQuery(jit.id, filters));
  const counted = useQuery(countQuery(jit.id, filters)).data;
  const exhibits = useMemo(() => pool.data?.pages.flatMap((page) => page.items) ?? [], [pool.data]);
  const selection = useSelection();
  const { clear } = selection;
  const dropping = useFileDrop(gate ? ignored : mayRegister && !registering ? onRegister : null);
  useHotkeys(mayRegister ? [['n', () => onRegister([])]] : []);
  const queries = useQueryClient();
  const { fetchNextPage, fetchPreviousPage } = pool;
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const before = useCallback(() => void fetchPreviousPage({ cancelRefetch: false }), [fetchPreviousPage]);
  const filtered = narrows(filters);
  const memory = `${jit.id}${JSON.stringify(filters)}`;
  useEffect(() => clear(), [memory, clear]);
  const firstPage = pool.data?.pageParams[0] as { start: number } | undefined;
  const start = pool.hasPreviousPage ? (firstPage?.start ?? 0) : 0;
  // From far down, the top is read anew rather than page by page.
  const top = () => {
    if (start > 0) void queries.resetQueries({ queryKey: poolQuery(jit.id, filters).queryKey, exact: true });
  };
  const register = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onRegister([])}>
      {t('evidence/register')}
    </Button>
  );
  const end = start + exhibits.length;
  const total = counted ? countIn(counted.count, locale) : null;
  const said =
    !counted || !total
      ? ''
      : counted.more
        ? t('evidence/manyShown', { shown: countIn(end, locale), total })
        : end < counted.count
          ? t('evidence/shown', { shown: countIn(end, locale), total })
          : t(filtered ? 'evidence/results' : 'evidence/counted', { count: counted.count });
  return (
    <>
      <FilterBar
        filters={filters}
        count={total && (counted?.more ? `${total}+` : total)}
        onChange={onFilters}
        menus={
          <Suspense fallback={null}>
            <Views filters={filters} columns={columns} onFilters={onFilters} onColumns={setColumns} />
          </Suspense>
        }
      >
        {mayRegister ? (
          <>
            <LateMenu
              menu={ways}
              target={
                <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                  {t('evidence/more')}
                </Button>
              }
            />
            {register}
          </>
        ) : gate ? (
          <Button
            variant="default"
            {...hint(t('evidence/noController'))}
            data-disabled
            aria-disabled
            aria-description={t('evidence/noController')}
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('evidence/register')}
          </Button>
        ) : null}
      </FilterBar>
      {selection.chosen.size > 0 ? (
        <BulkBar
          count={selection.chosen.size}
          onAct={(act) => onAct(act, [...selection.chosen.values()])}
          onClear={clear}
        />
      ) : null}
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
          said={said}
          columns={columns}
          selection={selection}
          onMore={more}
          onBefore={before}
          onTop={top}
          sort={filters.sort}
          onSort={(sort) => onFilters(compact({ ...filters, sort }))}
          onOpen={onOpen}
          memory={memory}
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
                    {'n'}
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
          help={t(gate ? 'evidence/noController' : 'evidence/dropHelp')}
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
