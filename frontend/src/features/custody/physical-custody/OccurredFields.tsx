/** The time of an event that is recorded late: local time, zone, and source. */
import { DateField } from '@/components/fields/DateField';
import { SOURCES_OF_TIME, type OccurredForm, type SourceOfTime } from './queries';
import { Checkbox, Select } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { allZones, readWallClock } from '@/lib/zones';
import classes from './PhysicalCustody.module.css';

export type When = { late: boolean; local: string; zone: string; source: SourceOfTime };

export const justNow = (zone: string): When => ({ late: false, local: '', zone, source: 'observed' });

/** The moment that is meant; null where it is now; a fault where no single moment is. */
export function occurredOf({ late, local, zone, source }: When): {
  occurred: OccurredForm | null;
  fault: 'where/needWhen' | 'where/toCome' | null;
} {
  if (!late) return { occurred: null, fault: null };
  const read = readWallClock(local, zone);
  if (read.kind !== 'exact') return { occurred: null, fault: 'where/needWhen' };
  return Date.parse(read.reading.instant) > Date.now()
    ? { occurred: null, fault: 'where/toCome' }
    : { occurred: { at: read.reading.instant, zone, source }, fault: null };
}

type Props = {
  value: When;
  onChange: (when: When) => void;
  error?: ReactNode;
  /** Whether the moment of an earlier entry is corrected. */
  corrects?: boolean;
};

export function OccurredFields({ value: when, onChange, error, corrects = false }: Props) {
  const { t } = useTranslation();
  const { zone, parties } = useTeam();
  const zones = useMemo(
    () => [...new Set([zone, ...parties.map((one) => one.time_zone), ...allZones()])],
    [zone, parties],
  );
  return (
    <div>
      <Checkbox
        checked={when.late}
        label={t(corrects ? 'where/wrongMoment' : 'where/late')}
        onChange={(event) => onChange({ ...when, late: event.currentTarget.checked })}
      />
      {when.late ? (
        <div className={classes['when']}>
          <DateField
            withTime
            label={t('where/when')}
            required
            value={when.local}
            error={error}
            onChange={(next) => onChange({ ...when, local: next })}
          />
          <Select
            label={t('tasks/zone')}
            searchable
            allowDeselect={false}
            value={when.zone}
            data={zones}
            onChange={(next) => onChange({ ...when, zone: next ?? when.zone })}
          />
          <Select
            label={t('where/source')}
            allowDeselect={false}
            value={when.source}
            data={SOURCES_OF_TIME.map((value) => ({ value, label: t(`timeSource/${value}`) }))}
            onChange={(next) => onChange({ ...when, source: next ?? when.source })}
          />
        </div>
      ) : null}
    </div>
  );
}
