/** Lanes, access periods and marks of a period. Zoom by selecting a part, by keys, or by wheel with Ctrl. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { useWord } from '@/i18n/useWord';
import { clockTime, columnTime, shortClock } from '@/lib/time';
import { placed, SYSTEM, type Chart, type Placed } from './chart';
import { ChartTip } from './ChartTip';
import { Shape } from './ChartShape';
import { moved, ticks, within, zoomed, type Range } from './range';
import { useSelection } from './useSelection';
import classes from './Chart.module.css';

const TOP = 8;
const AXIS = 24;
/** Height of a row of marks, and of what surrounds the rows of a lane. */
const ROW = 18;
const AROUND = 16;
/** Marks that are closer stand above each other; a label of the axis needs so much room. */
const APART = 15;
const LABEL = 92;

type Props = {
  chart: Chart;
  range: Range;
  selected: string | null;
  onRange: (range: Range | null) => void;
  onSelect: (commitment: string) => void;
};

const keyOf = (place: Placed): string => place.marks[0]?.entry.commitment ?? '';

export function ChartDrawing({ chart, range, selected, onRange, onSelect }: Props) {
  const { t } = useTranslation();
  const { partyName, zone, locale } = useTeam();
  const word = useWord();
  const { ref: measured, width } = useElementSize();
  const canvas = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(measured, canvas);
  const [active, setActive] = useState<string | null>(null);
  const narrow = width < 560;
  const left = narrow ? 84 : 148;
  const right = Math.max(width - 16, left + 60);
  const span = range.until - range.from;
  const x = useMemo(
    () => (at: number) => left + ((at - range.from) / span) * (right - left),
    [left, right, range, span],
  );
  const moment = (px: number) => range.from + ((px - left) / (right - left)) * span;
  const places = useMemo(
    () =>
      placed(
        chart.marks.filter(({ at }) => at >= range.from && at <= range.until),
        x,
        APART,
      ),
    [chart, range, x],
  );
  const lanes = useMemo(() => lanesOf(chart.lanes, places), [chart, places]);
  const height = TOP + lanes.reduce((sum, lane) => sum + lane.height, 0) + AXIS;
  const middle = (party: string) => lanes.find((lane) => lane.party === party)?.middle ?? TOP;
  const y = (place: Placed) => middle(place.lane) + rise(place.row) * ROW;
  const name = (party: string) => (party === SYSTEM ? t('custody/system') : partyName(party));
  const cut = (label: string) => (label.length > left / 7.4 ? `${label.slice(0, Math.floor(left / 7.4) - 1)}…` : label);
  const selection = useSelection(left, right, (from, until) =>
    onRange(within({ from: moment(from), until: moment(until) }, chart)),
  );
  const axis = ticks(range, Math.max(Math.floor((right - left) / LABEL), 2), zone);
  const tip = places.find((place) => keyOf(place) === active) ?? null;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const around = moment(event.clientX - element.getBoundingClientRect().left);
      onRange(zoomed(range, chart, event.deltaY > 0 ? 1.25 : 0.8, around));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });

  const keys = (event: KeyboardEvent) => {
    const at = places.findIndex((place) => keyOf(place) === active);
    const act: Record<string, () => void> = {
      '+': () => onRange(zoomed(range, chart, 0.5, tip ? moment(tip.x) : undefined)),
      '-': () => onRange(zoomed(range, chart, 2)),
      '0': () => onRange(null),
      PageUp: () => onRange(moved(range, chart, -0.5)),
      PageDown: () => onRange(moved(range, chart, 0.5)),
      ArrowRight: () =>
        setActive(keyOf(places[Math.min(at + 1, places.length - 1)] ?? ({ marks: [] } as unknown as Placed))),
      ArrowLeft: () => setActive(keyOf(places[Math.max(at - 1, 0)] ?? ({ marks: [] } as unknown as Placed))),
      Escape: () => setActive(null),
      Enter: () => {
        if (active) onSelect(active);
      },
    };
    const run = act[event.key === '=' ? '+' : event.key];
    if (!run || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
  };

  const summary = t('chart/summary', { parties: chart.lanes.map(name).join(', '), count: chart.marks.length });
  return (
    <div
      ref={ref}
      className={classes['canvas']}
      role="group"
      aria-label={t('chart/keys')}
      tabIndex={0}
      onKeyDown={keys}
      onBlur={() => setActive(null)}
    >
      {width === 0 ? null : (
        <svg width={width} height={height} role="img" aria-label={summary} {...selection.handlers}>
          {axis.at.map((at) => (
            <g key={at}>
              <line x1={x(at)} x2={x(at)} y1={TOP} y2={height - AXIS} className={classes['grid']} />
              <text x={x(at)} y={height - 6} className={classes['tick']} textAnchor="middle">
                {axisLabel(at, axis.unit, zone, locale)}
              </text>
            </g>
          ))}
          {lanes.map(({ party, middle: at }) => (
            <g key={party}>
              <line x1={left} x2={right} y1={at} y2={at} className={classes['lane']} />
              <text x={0} y={at} dy="0.32em" className={classes['label']}>
                <title>{name(party)}</title>
                {cut(name(party))}
              </text>
            </g>
          ))}
          {chart.spans
            .filter((one) => one.from <= range.until && (one.until ?? chart.until) >= range.from)
            .map((one) => (
              <rect
                key={`${one.party}${String(one.from)}`}
                x={x(Math.max(one.from, range.from))}
                width={Math.max(
                  x(Math.min(one.until ?? chart.until, range.until)) - x(Math.max(one.from, range.from)),
                  2,
                )}
                y={middle(one.party) - 4}
                height={8}
                rx={2}
                className={classes['span']}
                data-level={one.level}
              >
                <title>{`${name(one.party)} · ${word('level', one.level)}`}</title>
              </rect>
            ))}
          {places.map((place) => {
            const [mark] = place.marks;
            if (!mark?.to) return null;
            return (
              <line
                key={`to${keyOf(place)}`}
                x1={place.x}
                x2={place.x}
                y1={middle(mark.party)}
                y2={y(place)}
                className={classes['way']}
                data-kind={mark.kind}
              />
            );
          })}
          {places.map((place) => (
            <g
              key={keyOf(place)}
              transform={`translate(${String(place.x)} ${String(y(place))})`}
              className={classes['mark']}
              data-kind={place.marks[0]?.kind}
              data-active={(active ?? selected) === keyOf(place) || undefined}
              onPointerEnter={() => setActive(keyOf(place))}
              onPointerLeave={() => setActive(null)}
              onClick={() => onSelect(keyOf(place))}
            >
              <circle r={9} className={classes['target']} />
              <Shape kind={place.marks[0]?.kind ?? 'other'} />
              {place.marks.length > 1 ? (
                <text x={9} y={-4} className={classes['number']}>
                  {place.marks.length}
                </text>
              ) : null}
            </g>
          ))}
          {selection.from === null ? null : (
            <rect
              x={Math.min(selection.from, selection.until)}
              width={Math.abs(selection.until - selection.from)}
              y={TOP}
              height={height - TOP - AXIS}
              className={classes['selection']}
            />
          )}
        </svg>
      )}
      {tip ? <ChartTip place={tip} x={tip.x} y={y(tip)} width={width} /> : null}
    </div>
  );
}

type Lane = { party: string; middle: number; height: number };

/** Rows go up and down from the middle in turn: 0, −1, 1, −2, 2 … */
const rise = (row: number) => (row % 2 === 0 ? row / 2 : -(row + 1) / 2);

function lanesOf(parties: readonly string[], places: readonly Placed[]): Lane[] {
  let top = TOP;
  return parties.map((party) => {
    const rows = Math.max(...places.filter((place) => place.lane === party).map(({ row }) => row + 1), 1);
    const height = rows * ROW + AROUND;
    const above = Math.floor(rows / 2) * ROW;
    const lane = { party, middle: top + AROUND / 2 + above + ROW / 2, height };
    top += height;
    return lane;
  });
}

/** A day, or a time of day; the day takes the place of midnight. */
function axisLabel(at: number, unit: 'second' | 'minute' | 'day', zone: string, locale: string): string {
  const iso = new Date(at).toISOString();
  if (unit === 'second') return clockTime(iso, zone, locale);
  const clock = shortClock(at, zone, locale);
  return unit === 'day' || clock === '00:00' ? columnTime(iso, zone, locale).replace(/\s\S+$/, '') : clock;
}
