import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { allZones } from '@/lib/zones';

/** In whose time a moment is meant: the team's zones first, then all. */
export function ZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation();
  const { parties, zone } = useTeam();
  const zones = useMemo(() => {
    const near = [...new Set([zone, ...parties.map((party) => party.time_zone), value])];
    return [{ group: t('tasks/zonesNear'), items: near }, { group: t('tasks/zonesAll'), items: allZones().filter((one) => !near.includes(one)) }];
  }, [parties, t, value, zone]);
  return <Select label={t('operations/zone')} searchable allowDeselect={false} value={value} data={zones} onChange={(next) => onChange(next ?? value)} />;
}
