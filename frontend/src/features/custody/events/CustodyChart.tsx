/** The way of an exhibit between the parties over time: a lane for each, who had it when, and what was done; as a table, too. */
import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EntryView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import { count } from '@/lib/format';
import { dayTime, fullTime } from '@/lib/time';
import { chart, clustered, MARKS, SYSTEM, type Chart } from './chart';
import { ChartTable } from './ChartTable';
import { Shape } from './ChartShape';
import classes from './Chart.module.css';

const LANE = 40;
const TOP = 10;
const AXIS = 26;
/** So far apart that the number above a mark stands alone; and so much room that a date needs. */
const APART = 20;
const DATE = 150;

/** `rest`: what becomes of later entries that are not among these. */
export function CustodyChart({ entries, rest }: { entries: readonly EntryView[]; rest: 'reading' | 'undrawn' | null }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const drawn = useMemo(() => chart(entries), [entries]);
  if (!drawn) return <p className={classes['none']}>{t('chart/none')}</p>;
  return (
    <section className={classes['chart']} aria-label={t('chart/title')}>
      <div className={classes['head']}>
        <span className="dim">
          {t('chart/of', { count: drawn.marks.length, all: count(drawn.marks.length, locale) })}
          {rest ? ` ${t(`chart/${rest}`)}` : null}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('chart/form')}
          value={form}
          onChange={(value) => setForm(value === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: t('chart/drawn') },
            { value: 'table', label: t('chart/table') },
          ]}
        />
      </div>
      {form === 'chart' ? <Drawing drawn={drawn} /> : <ChartTable marks={drawn.marks} />}
    </section>
  );
}

function Drawing({ drawn }: { drawn: Chart }) {
  const { t } = useTranslation();
  const word = useWord();
  const { partyName, zone, locale } = useTeam();
  const { ref, width } = useElementSize();
  const { lanes, marks, spans, from, until } = drawn;
  const narrow = width < 520;
  const left = narrow ? 44 : 120;
  const right = Math.max(width - 14, left + 60);
  const height = TOP + lanes.length * LANE + AXIS;
  const x = useMemo(
    () => (at: number) => left + 8 + ((at - from) / (until - from)) * (right - left - 8),
    [left, right, from, until],
  );
  const y = (party: string) => TOP + lanes.indexOf(party) * LANE + LANE / 2;
  const name = (party: string) => (party === SYSTEM ? t('custody/system') : narrow ? party : partyName(party));
  const clusters = useMemo(() => clustered(marks, x, APART), [marks, x]);
  const dates = Math.max(Math.floor((right - left) / DATE), 2);
  const ticks = Array.from({ length: dates }, (_, at) => from + ((until - from) * at) / (dates - 1));
  const said = MARKS.flatMap((kind) => {
    const found = marks.filter((mark) => mark.kind === kind).length;
    return found ? [`${t(`chartMark/${kind}`)}${t('common/colon')}${count(found, locale)}`] : [];
  }).join('; ');
  return (
    <>
      <div ref={ref} className={classes['canvas']}>
        {width === 0 ? null : (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={`${t('chart/title')}${t('common/colon')}${lanes.map((one) => (one === SYSTEM ? t('custody/system') : partyName(one))).join(', ')}. ${said}. ${t('chart/alsoTable')}`}
          >
            {lanes.map((lane) => (
              <g key={lane}>
                <line x1={left} x2={right} y1={y(lane)} y2={y(lane)} className={classes['lane']} />
                <text x={0} y={y(lane)} dy="0.32em" className={classes['label']}>
                  {name(lane).length > 16 ? `${name(lane).slice(0, 15)}…` : name(lane)}
                </text>
              </g>
            ))}
            {spans.map((span, at) => (
              <rect
                key={at}
                x={x(span.from)}
                width={Math.max(x(span.until ?? until) - x(span.from), 2)}
                y={y(span.party) - 5}
                height={10}
                rx={2}
                className={classes['span']}
                data-level={span.level}
              >
                <title>{`${name(span.party)} · ${word('level', span.level)}`}</title>
              </rect>
            ))}
            {clusters.map(({ to, party, x: at, kind }, place) =>
              to ? (
                <line
                  key={`l${String(place)}`}
                  x1={at}
                  x2={at}
                  y1={y(party)}
                  y2={y(to) + (y(to) > y(party) ? -8 : 8)}
                  className={classes['way']}
                  data-kind={kind}
                />
              ) : null,
            )}
            {clusters.map(({ to, party, x: at, kind, marks: own }, place) => (
              <g
                key={place}
                transform={`translate(${String(at)} ${String(y(to ?? party))})`}
                className={classes['mark']}
                data-kind={kind}
              >
                <title>
                  {own
                    .slice(0, 12)
                    .map(
                      (mark) =>
                        `${fullTime(new Date(mark.at).toISOString(), zone, locale)} · ${word('entry', mark.entry.kind ?? '')} · ${mark.entry.seat ?? ''}`,
                    )
                    .join('\n')}
                </title>
                <Shape kind={kind} />
                {own.length > 1 ? (
                  <text y={-9} className={classes['number']}>
                    {own.length}
                  </text>
                ) : null}
              </g>
            ))}
            {ticks.map((at, place) => (
              <text
                key={place}
                x={x(at)}
                y={height - 6}
                className={classes['tick']}
                textAnchor={place === 0 ? 'start' : place === ticks.length - 1 ? 'end' : 'middle'}
              >
                {dayTime(new Date(at).toISOString(), zone, locale)}
              </text>
            ))}
          </svg>
        )}
      </div>
      <ul className={classes['legend']} aria-hidden>
        {MARKS.filter((kind) => marks.some((mark) => mark.kind === kind)).map((kind) => (
          <li key={kind}>
            <svg width={14} height={14} viewBox="-7 -7 14 14" className={classes['mark']} data-kind={kind}>
              <Shape kind={kind} />
            </svg>
            {t(`chartMark/${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
