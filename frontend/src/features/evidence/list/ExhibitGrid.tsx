/**
 * The list: one scroll, rows of a fixed height drawn only where they are seen, keyboard as in a table.
 * New rows above never move what is being read (useSteadyScroll).
 */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';
import type { Filters } from '@/api/queries';
import { ExhibitRow, rowId } from './ExhibitRow';
import { GridHead } from './GridHead';
import { useRows } from './useRows';
import { useGridKeys } from './useGridKeys';
import { useSteadyScroll } from './useSteadyScroll';
import classes from './Grid.module.css';

type Props = {
  /** The window of the list that is loaded; `start` rows stand before it. */
  exhibits: readonly EvidenceSummary[];
  start: number;
  more: boolean;
  before: boolean;
  loading: boolean;
  /** It is read anew, or further: what is asked for meanwhile is not answered. */
  busy: boolean;
  onMore: () => void;
  onBefore: () => void;
  onTop: () => void;
  sort: Filters['sort'];
  onSort: (sort: Filters['sort']) => void;
  onOpen: (exhibit: EvidenceSummary) => void;
  memory: string;
};

const HEAD = 30;
/** So many rows before the end of what is loaded, more is asked for. */
const AHEAD = 48;
const layoutFor = (width: number) => (width === 0 || width >= 1320 ? 'wide' : width >= 760 ? 'medium' : 'card');
/** The slots of the row of codes, in rem: one line when there is room, States above bodies when there is not. */
function whoWidths(codes: readonly string[]): { one: number; two: number } {
  const states = codes.filter((code) => code.length === 2).length * 1.825;
  const bodies = codes.filter((code) => code.length > 2).length * 4.1;
  return { one: states + bodies, two: Math.min(14, Math.max(states, bodies)) };
}

const HEIGHT = { wide: 34, medium: 46, card: 92 } as const;

export function ExhibitGrid({
  exhibits,
  start,
  more,
  before,
  loading,
  busy,
  onMore,
  onBefore,
  onTop,
  sort,
  onSort,
  onOpen,
  memory,
}: Props) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const who = whoWidths(parties.map(({ code }) => code));
  const { ref: sized, width } = useElementSize();
  const layout = layoutFor(width);
  const height = HEIGHT[layout];
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useRows(scroll, height, HEAD);
  const { arrived, toTop } = useSteadyScroll(scroll, exhibits, start, height, memory);
  const top = () => {
    toTop();
    onTop();
  };
  const end = start + exhibits.length;
  const keys = useGridKeys({
    exhibits,
    start,
    memory,
    onTop: top,
    onOpen,
    reveal: rows.reveal,
    page: Math.max(1, Math.floor((scroll.current?.clientHeight ?? 600) / height) - 2),
  });
  useEffect(() => {
    if (busy) return;
    // Who only looks at the top waits for no second page; who scrolls has it in good time.
    if (more && rows.last >= end - (rows.first > 0 ? AHEAD : 0)) onMore();
    else if (before && rows.first <= start + 20) onBefore();
  }, [more, before, busy, rows.first, rows.last, start, end, onMore, onBefore]);
  const active = exhibits[keys.active];
  // One listener for all links: a plain click stays in the page, any other is the browser's.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-exhibit]') : null;
    const exhibit = exhibits.find(({ id }) => id === link?.getAttribute('data-exhibit'));
    if (!exhibit || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(exhibit);
  };

  return (
    <div ref={sized} className={classes['frame']}>
      <div
        ref={scroll}
        role="grid"
        aria-label={t('evidence/list')}
        aria-rowcount={more ? -1 : end + 1}
        aria-activedescendant={active ? rowId(active.id) : undefined}
        tabIndex={0}
        className={classes['grid']}
        data-layout={layout}
        style={{ '--who': `${String(who.one)}rem`, '--who-two': `${String(who.two)}rem` } as CSSProperties}
        onKeyDown={keys.onKeyDown}
      >
        <GridHead sort={sort} onSort={onSort} />
        <div role="rowgroup" className={classes['body']} style={{ height: end * height }} onClick={follow}>
          {exhibits.slice(Math.max(0, rows.first - start), Math.max(0, rows.last - start)).map((exhibit, place) => {
            const index = Math.max(rows.first, start) + place;
            return (
              <ExhibitRow
                key={exhibit.id}
                exhibit={exhibit}
                index={index}
                top={index * height}
                height={height}
                active={index - start === keys.active}
                onActivate={keys.choose}
              />
            );
          })}
        </div>
      </div>
      <div className={classes['foot']}>
        <span role="status">
          {loading ? t('evidence/loadingMore') : t(more ? 'evidence/listed' : 'evidence/all', { count: end })}
        </span>
        {arrived > 0 ? (
          <button type="button" className={classes['arrived']} onClick={top}>
            {t('evidence/arrived', { count: arrived })}
          </button>
        ) : null}
      </div>
    </div>
  );
}
