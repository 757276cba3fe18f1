/** The chart of an exhibit's custody: its events by time and party. The period that it shows filters the table below. */
import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { hint } from '@/components/hints/hint';
import { MARKS, type Chart } from './chart';
import { ChartDrawing } from './ChartDrawing';
import { Shape } from './ChartShape';
import { RangeStrip } from './RangeStrip';
import { dayOf, length, SHORTEST, within, zoomed, type Range } from './range';
import classes from './Chart.module.css';

const WEEK = 7 * 86_400_000;

type Props = {
  chart: Chart;
  range: Range | null;
  note: string | null;
  selected: string | null;
  onRange: (range: Range | null) => void;
  onSelect: (commitment: string) => void;
};

export function CustodyChart({ chart, range, note, selected, onRange, onSelect }: Props) {
  const { t } = useTranslation();
  const shown = range ?? chart;
  return (
    <Panel
      title={t('chart/title')}
      term="custody"
      flush
      aside={
        <>
          <Presets chart={chart} range={range} onRange={onRange} />
          <ActionIcon
            variant="default"
            aria-label={t('chart/zoomOut')}
            {...hint(t('chart/zoomOut'))}
            disabled={range === null}
            onClick={() => onRange(zoomed(shown, chart, 2))}
          >
            <IconMinus size={14} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('chart/zoomIn')}
            {...hint(t('chart/zoomIn'))}
            disabled={length(shown) <= SHORTEST}
            onClick={() => onRange(zoomed(shown, chart, 0.5))}
          >
            <IconPlus size={14} />
          </ActionIcon>
        </>
      }
    >
      <div className={classes['chart']}>
        <ChartDrawing chart={chart} range={shown} selected={selected} onRange={onRange} onSelect={onSelect} />
        <RangeStrip chart={chart} range={shown} onRange={onRange} />
        <div className={classes['foot']}>
          <ul className={classes['legend']} aria-label={t('chart/legend')}>
            {MARKS.filter((kind) => chart.marks.some((mark) => mark.kind === kind)).map((kind) => (
              <li key={kind}>
                <svg
                  width={16}
                  height={16}
                  viewBox="-8 -8 16 16"
                  className={classes['mark']}
                  data-kind={kind}
                  aria-hidden
                >
                  <Shape kind={kind} />
                </svg>
                {t(`chartMark/${kind}`)}
              </li>
            ))}
          </ul>
          <span className="dim">{note ?? t('chart/help')}</span>
        </div>
      </div>
    </Panel>
  );
}

/** The whole, the day of the first event, and the last seven days where the custody is longer. */
function Presets({ chart, range, onRange }: Pick<Props, 'chart' | 'range' | 'onRange'>) {
  const { t } = useTranslation();
  const { zone } = useTeam();
  const first = chart.marks[0];
  const day = within(dayOf(chart.from, zone), chart);
  const week = within({ from: chart.until - WEEK, until: chart.until }, chart);
  const seized = first?.entry.kind === 'custody.seized' || first?.entry.kind === 'custody.collected';
  const data = [
    { value: 'all', label: t('chart/allTime'), range: null as Range | null },
    ...(day ? [{ value: 'day', label: t(seized ? 'chart/seizureDay' : 'chart/firstDay'), range: day }] : []),
    ...(week ? [{ value: 'week', label: t('chart/lastDays'), range: week }] : []),
  ];
  const same = (one: Range | null) => one?.from === range?.from && one?.until === range?.until;
  if (data.length === 1) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('chart/period')}
      value={data.find((one) => same(one.range))?.value ?? ''}
      data={data.map(({ value, label }) => ({ value, label }))}
      onChange={(value) => onRange(data.find((one) => one.value === value)?.range ?? null)}
    />
  );
}
