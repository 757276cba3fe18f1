/** The events of custody by time of event, with the time of recording beside it. The period of the chart filters them. */
import { Button, CloseButton, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { Panel } from '@/components/layout/Panel';
import type { useChecked } from '@/features/audit/entries/useChecked';
import type { useIncluded } from '@/features/audit/entries/useIncluded';
import { fullTime } from '@/lib/time';
import { EventRow, GapRow } from './EventRow';
import { chosen, events, SORTS, type Gap, type Occasion, type Order, type Sort } from './occasions';
import type { Range } from './range';
import classes from './Events.module.css';

/** Rows that are drawn at once; the next ones on demand. */
const PAGE = 100;

type Props = {
  rows: readonly (Occasion | Gap)[];
  range: Range | null;
  selected: string | null;
  findings: ReturnType<typeof useChecked>;
  inclusions: ReturnType<typeof useIncluded>;
  action: ReactNode;
  foot: ReactNode;
  onRange: (range: Range | null) => void;
  onSelect: (commitment: string | null) => void;
};

export function EventsTable({ rows, range, selected, findings, inclusions, action, foot, onRange, onSelect }: Props) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const [order, setOrder] = useState<Order>('newest');
  const [sort, setSort] = useState<Sort | null>(null);
  const [many, setMany] = useState(PAGE);
  const inRange = events(chosen(rows, range, null));
  // An event chosen in the chart is shown in spite of the filter.
  const hidden =
    sort !== null && selected !== null && events(rows).find((row) => row.entry.commitment === selected)?.sort !== sort;
  const shown = chosen(rows, range, hidden ? null : sort);
  const ordered = order === 'newest' ? shown.toReversed() : shown;
  const place = ordered.findIndex((row) => row.kind === 'event' && row.entry.commitment === selected);
  const drawn = ordered.slice(0, Math.max(many, place + 1));
  const all = events(rows).length;
  const moment = (at: number) => fullTime(new Date(at).toISOString(), zone, locale);
  const count = (one: Sort) => inRange.filter((row) => row.sort === one).length;
  return (
    <Panel
      title={t(range ? 'custody/someEvents' : 'custody/allEvents', { count: range ? inRange.length : all, all })}
      flush
      aside={
        <>
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
          {action}
        </>
      }
    >
      <div className={classes['filters']}>
        {range ? (
          <span className={classes['chip']}>
            {t('custody/between', { from: moment(range.from), until: moment(range.until) })}
            <CloseButton size="xs" aria-label={t('custody/allTime')} onClick={() => onRange(null)} />
          </span>
        ) : null}
        <SegmentedControl
          size="xs"
          aria-label={t('custody/sort')}
          value={hidden ? 'all' : (sort ?? 'all')}
          onChange={(value) => {
            setSort(SORTS.find((one) => one === value) ?? null);
            onSelect(null);
          }}
          data={[
            { value: 'all', label: t('custody/sorts/all') },
            ...SORTS.filter((one) => one === sort || count(one) > 0).map((one) => ({
              value: one,
              label: `${t(`custody/sorts/${one}`)} ${String(count(one))}`,
            })),
          ]}
        />
      </div>
      <div className={classes['frame']} tabIndex={0} role="region" aria-label={t('custody/table')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('custody/event')}</th>
              <th scope="col">{t('custody/recorded')}</th>
              <th scope="col">{t('custody/what')}</th>
              <th scope="col">{t('custody/details')}</th>
              <th scope="col">{t('custody/by')}</th>
              <th scope="col">
                <Term of="log">{t('custody/log')}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.map((row) =>
              row.kind === 'gap' ? (
                <GapRow key={`gap${String(row.from)}`} gap={row} />
              ) : (
                <EventRow
                  key={row.entry.commitment}
                  row={row}
                  open={row.entry.commitment === selected}
                  finding={findings.get(row.entry.commitment)}
                  inclusion={inclusions.get(row.entry.commitment)}
                  onToggle={() => onSelect(row.entry.commitment === selected ? null : row.entry.commitment)}
                />
              ),
            )}
          </tbody>
        </table>
        {shown.length === 0 ? <p className={classes['none']}>{t('custody/noneHere')}</p> : null}
      </div>
      {ordered.length > drawn.length ? (
        <div className={classes['more']}>
          <Button size="compact-xs" variant="default" onClick={() => setMany(drawn.length + PAGE)}>
            {t('custody/showMore', { count: Math.min(PAGE, ordered.length - drawn.length) })}
          </Button>
        </div>
      ) : null}
      {foot}
    </Panel>
  );
}
