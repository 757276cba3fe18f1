import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { allZones, cityOf } from '@/lib/zones';

/** Choice of a time zone: those of the team first, then all others. */
export function ZoneSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (zone: string) => void;
}) {
  const { t } = useTranslation();
  const { parties, zone } = useTeam();
  const zones = useMemo(() => {
    const near = [...new Set([zone, ...parties.map((party) => party.time_zone), value])];
    return [
      { group: t('tasks/zonesNear'), items: near.map(option) },
      {
        group: t('tasks/zonesAll'),
        items: allZones()
          .filter((one) => !near.includes(one))
          .map(option),
      },
    ];
  }, [parties, t, value, zone]);
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      value={value}
      data={zones}
      onChange={(next) => onChange(next ?? value)}
    />
  );
}

const option = (zone: string) => ({
  value: zone,
  label: zone.includes('/') ? `${cityOf(zone)} (${zone.split('/')[0] ?? ''})` : zone,
});
