/** All events on one line, and the period that is shown as a range with two handles. */
import { RangeSlider } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { fullTime } from '@/lib/time';
import type { Chart } from './chart';
import { length, within, type Range } from './range';
import classes from './Chart.module.css';

/** Positions of the handles. */
const STEPS = 1000;

export function RangeStrip({
  chart,
  range,
  onRange,
}: {
  chart: Chart;
  range: Range;
  onRange: (range: Range | null) => void;
}) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const { ref, width } = useElementSize();
  const share = (at: number) => Math.round(((at - chart.from) / length(chart)) * STEPS);
  const at = (position: number) => chart.from + (position / STEPS) * length(chart);
  const said = (position: number) => fullTime(new Date(at(position)).toISOString(), zone, locale);
  // While a handle is dragged, the chart stays as it is.
  const [dragged, setDragged] = useState<[number, number] | null>(null);
  return (
    <div className={classes['strip']}>
      <div ref={ref} className={classes['stripTicks']} aria-hidden>
        <svg width={width} height={14}>
          {chart.marks.map(({ at: moment, entry }) => (
            <line
              key={entry.commitment}
              x1={(share(moment) / STEPS) * width}
              x2={(share(moment) / STEPS) * width}
              y1={1}
              y2={13}
            />
          ))}
        </svg>
      </div>
      <RangeSlider
        size="sm"
        min={0}
        max={STEPS}
        minRange={1}
        label={said}
        labelAlwaysOn={false}
        thumbFromLabel={t('chart/from')}
        thumbToLabel={t('chart/until')}
        value={dragged ?? [share(range.from), share(range.until)]}
        onChange={setDragged}
        onChangeEnd={([from, until]) => {
          setDragged(null);
          onRange(within({ from: at(from), until: at(until) }, chart));
        }}
      />
      <div className={classes['stripEnds']}>
        <span>{said(0)}</span>
        <span>{said(STEPS)}</span>
      </div>
    </div>
  );
}
