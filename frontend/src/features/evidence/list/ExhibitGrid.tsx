/**
 * The list: one scroll of which only the visible rows are drawn, with selection and the keyboard of a table.
 * New rows above never move what is being read (useSteadyScroll).
 */
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSummary } from '@/api/views';
import type { Filters } from '@/api/queries';
import { fitting, template, type Column } from './columns';
import { ExhibitRow, rowId } from './ExhibitRow';
import { GridHead } from './GridHead';
import { useGridKeys } from './useGridKeys';
import type { Selection } from './useSelection';
import { useSteadyScroll } from './useSteadyScroll';
import classes from './Grid.module.css';

type Props = {
  /** The window of the list that is loaded; `start` rows stand before it. */
  exhibits: readonly EvidenceSummary[];
  start: number;
  more: boolean;
  before: boolean;
  loading: boolean;
  /** The list is being loaded: a further request would not be answered now. */
  busy: boolean;
  /** The text below the list while nothing is loaded. */
  said: string;
  columns: readonly Column[];
  selection: Selection;
  onMore: () => void;
  onBefore: () => void;
  onTop: () => void;
  sort: Filters['sort'];
  onSort: (sort: Filters['sort']) => void;
  onOpen: (exhibit: EvidenceSummary) => void;
  memory: string;
};

const HEAD = 31;
/** The number of rows before the end of the loaded ones at which more are requested. */
const AHEAD = 48;
const CARD_BELOW = 640;
const ROW = 46;
const CARD = 88;
const OVERSCAN = 8;

export function ExhibitGrid(props: Props) {
  const { exhibits, start, more, before, loading, busy, said, selection, onMore, onBefore, onTop, onOpen, memory } =
    props;
  const { t } = useTranslation();
  const { ref: sized, width } = useElementSize();
  const card = width > 0 && width < CARD_BELOW;
  const height = card ? CARD : ROW;
  const rem =
    typeof window === 'undefined' ? 16 : Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const columns = card ? props.columns : fitting(props.columns, width === 0 ? 90 : width / (rem || 16));
  const scroll = useRef<HTMLDivElement>(null);
  const { arrived, toTop } = useSteadyScroll(scroll, exhibits, start, height, memory);
  const end = start + exhibits.length;
  const virtual = useVirtualizer({
    count: end,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin: card ? 0 : HEAD,
    scrollPaddingStart: card ? 0 : HEAD,
    initialRect: { width: 1200, height: 900 },
  });
  const { measure } = virtual;
  useEffect(() => measure(), [height, measure]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  const top = () => {
    toTop();
    onTop();
  };
  const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 600) / height) - 2);
  const keys = useGridKeys({
    exhibits,
    start,
    memory,
    page,
    onTop: top,
    onOpen,
    onToggle: selection.toggle,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });
  useEffect(() => {
    if (busy) return;
    // A reader at the top waits for no second page; a reader who scrolls has it in time.
    if (more && last >= end - (first > 0 ? AHEAD : 0)) onMore();
    else if (before && first <= start + 20) onBefore();
  }, [more, before, busy, first, last, start, end, onMore, onBefore]);
  const active = exhibits[keys.active];
  // One listener for all links: a plain click stays in the page, any other is the browser's.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-exhibit]') : null;
    const exhibit = exhibits.find(({ id }) => id === link?.getAttribute('data-exhibit'));
    if (!exhibit || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(exhibit);
  };
  const allChosen = exhibits.length > 0 && exhibits.every(({ id }) => selection.chosen.has(id));
  return (
    <div ref={sized} className={classes['frame']}>
      <div
        ref={scroll}
        role="grid"
        aria-label={t('evidence/list')}
        aria-multiselectable
        aria-rowcount={more ? -1 : end + 1}
        aria-activedescendant={active ? rowId(active.id) : undefined}
        tabIndex={0}
        className={classes['grid']}
        data-layout={card ? 'card' : 'wide'}
        style={{ '--columns': template(columns) } as CSSProperties}
        onKeyDown={keys.onKeyDown}
      >
        <GridHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          all={allChosen}
          some={selection.chosen.size > 0}
          onAll={() => (allChosen ? selection.clear() : selection.set(exhibits))}
        />
        <div role="rowgroup" className={classes['body']} style={{ height: end * height }} onClick={follow}>
          {items.map(({ index }) => {
            const exhibit = exhibits[index - start];
            if (!exhibit) return null;
            return (
              <ExhibitRow
                key={exhibit.id}
                exhibit={exhibit}
                index={index}
                top={index * height}
                height={height}
                columns={columns}
                active={index - start === keys.active}
                selected={selection.chosen.has(exhibit.id)}
                onActivate={keys.choose}
                onToggle={selection.toggle}
              />
            );
          })}
        </div>
      </div>
      <div className={classes['foot']}>
        <span role="status">{loading ? t('evidence/loadingMore') : said}</span>
        {arrived > 0 ? (
          <button type="button" className={classes['arrived']} onClick={top}>
            {t('evidence/arrived', { count: arrived })}
          </button>
        ) : null}
      </div>
    </div>
  );
}
