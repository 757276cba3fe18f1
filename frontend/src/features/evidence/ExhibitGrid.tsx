/**
 * The list: one scroll, rows of a fixed height drawn only where they are seen, keyboard as in a table.
 * New rows above never move what is being read (useSteadyScroll).
 */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';
import { zoneName } from '@/lib/time';
import { ExhibitRow, rowId } from './ExhibitRow';
import { useRows } from './useRows';
import { useGridKeys } from './useGridKeys';
import { useSteadyScroll } from './useSteadyScroll';
import classes from './Grid.module.css';

type Props = {
  exhibits: readonly EvidenceSummary[];
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onOpen: (exhibit: EvidenceSummary) => void;
  memory: string;
};

const HEAD = 30;
const layoutFor = (width: number) => (width === 0 || width >= 1320 ? 'wide' : width >= 760 ? 'medium' : 'card');
/** The slots of the row of codes, in rem: one line when there is room, States above bodies when there is not. */
function whoWidths(codes: readonly string[]): { one: number; two: number } {
  const states = codes.filter((code) => code.length === 2).length * 1.825;
  const bodies = codes.filter((code) => code.length > 2).length * 4.1;
  return { one: states + bodies, two: Math.min(14, Math.max(states, bodies)) };
}

const HEIGHT = { wide: 34, medium: 46, card: 92 } as const;

export function ExhibitGrid({ exhibits, more, loadingMore, onMore, onOpen, memory }: Props) {
  const { t } = useTranslation();
  const { zone, locale, parties } = useTeam();
  const who = whoWidths(parties.map(({ code }) => code));
  const { ref: sized, width } = useElementSize();
  const layout = layoutFor(width);
  const height = HEIGHT[layout];
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useRows(scroll, exhibits.length, height, HEAD);
  useSteadyScroll(scroll, exhibits, height, memory);
  const keys = useGridKeys({ exhibits, memory, onOpen, reveal: rows.reveal, page: Math.max(1, Math.floor((scroll.current?.clientHeight ?? 600) / height) - 2) });
  useEffect(() => {
    if (more && !loadingMore && rows.last >= exhibits.length - 10) onMore();
  }, [more, loadingMore, rows.last, exhibits.length, onMore]);
  const active = exhibits[keys.active];

  return (
    <div ref={sized} className={classes['frame']}>
      <div
        ref={scroll}
        role="grid"
        aria-label={t('evidence/list')}
        aria-rowcount={more ? -1 : exhibits.length + 1}
        aria-activedescendant={active ? rowId(active.id) : undefined}
        tabIndex={0}
        className={classes['grid']}
        data-layout={layout}
        style={{ '--who': `${String(who.one)}rem`, '--who-two': `${String(who.two)}rem` } as CSSProperties}
        onKeyDown={keys.onKeyDown}
      >
        <div role="rowgroup" className={classes['head']}>
          <div role="row" aria-rowindex={1} className={classes['headRow']}>
            {(['number', 'title', 'originator', 'kind', 'markings', 'files'] as const).map((name) => (
              <span key={name} role="columnheader" data-column={name}>{t(`evidence/columns/${name}`)}</span>
            ))}
            <span role="columnheader" data-column="registered">{t('evidence/columns/registered')} {zoneName(Date.now(), zone, locale)}</span>
            <span role="columnheader" data-column="who">{t('evidence/columns/who')}</span>
          </div>
        </div>
        <div role="rowgroup" className={classes['body']} style={{ height: exhibits.length * height }}>
          {exhibits.slice(rows.first, rows.last).map((exhibit, place) => {
            const index = rows.first + place;
            return <ExhibitRow key={exhibit.id} exhibit={exhibit} index={index} top={index * height} height={height} active={index === keys.active} onActivate={keys.choose} />;
          })}
        </div>
      </div>
      <div className={classes['foot']} role="status">
        {loadingMore ? t('evidence/loadingMore') : t(more ? 'evidence/listed' : 'evidence/all', { count: exhibits.length })}
      </div>
    </div>
  );
}
