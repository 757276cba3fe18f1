/** A deadline as people say it: what a clock will show, in a named place. Which of two moments is meant is never guessed. */
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/Notice';
import { allZones, offsetText, offsetAt, readWallClock } from '@/lib/zones';
import { cityOf, clocks } from './due';
import { momentOf, type Draft } from './draft';
import classes from './Tasks.module.css';

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void; theirs: string | null; tried: boolean };

export function DueField({ draft, onChange, theirs, tried }: Props) {
  const { t } = useTranslation();
  const { parties, zone, locale } = useTeam();
  const { at, fault } = momentOf(draft);
  const zones = useMemo(() => {
    const near = [...new Set([zone, ...parties.map((party) => party.time_zone), draft.zone])];
    return [{ group: t('tasks/zonesNear'), items: near.map(option) }, { group: t('tasks/zonesAll'), items: allZones().filter((one) => !near.includes(one)).map(option) }];
  }, [draft.zone, parties, t, zone]);
  const read = draft.due ? readWallClock(draft.due, draft.zone) : null;
  const twice = fault === 'tasks/timeTwice' && read?.kind === 'ambiguous' ? read.readings : [];
  return (
    <div>
      <div className={classes['dueFields']}>
        <TextInput type="datetime-local" label={t('tasks/due')} value={draft.due} error={fault && tried ? t(fault) : null} onChange={(event) => onChange({ due: event.currentTarget.value, reading: '' })} />
        <Select label={t('tasks/zone')} searchable allowDeselect={false} value={draft.zone} data={zones} onChange={(next) => onChange({ zone: next ?? draft.zone, reading: '' })} />
      </div>
      {fault === 'tasks/timeTwice' ? (
        <Notice tone="warn" title={t('tasks/timeTwice')}>
          <Group gap="xs">
            {twice.map(({ instant, offset }) => <Button key={offset} size="compact-xs" variant="default" onClick={() => onChange({ reading: instant })}>{t('tasks/reading', { offset })}</Button>)}
          </Group>
        </Notice>
      ) : null}
      {fault === 'tasks/timeNever' ? <Notice tone="warn">{t('tasks/timeNever')}</Notice> : null}
      {at ? <p className={classes['reading']}>{clocks(at, [zone, ...(theirs ? [theirs] : []), draft.zone], locale).join(' · ')} <span className="dim">({t('tasks/offset', { offset: offsetText(offsetAt(Date.parse(at), draft.zone)) })})</span>{Date.parse(at) < Date.now() ? <strong className={classes['late']}> {t('tasks/past')}</strong> : null}</p> : null}
    </div>
  );
}

const option = (zone: string) => ({ value: zone, label: zone.includes('/') ? `${cityOf(zone)} (${zone.split('/')[0] ?? ''})` : zone });
