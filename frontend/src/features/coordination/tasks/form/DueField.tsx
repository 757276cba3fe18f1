/** A deadline as local time in a named place. An ambiguous time is asked for, not guessed. */
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { DateField } from '@/components/fields/DateField';
import { Notice } from '@/components/notices/Notice';
import { ZoneSelect } from '@/components/fields/ZoneSelect';
import { offsetText, offsetAt } from '@/lib/zones';
import { clocks } from '@/features/coordination/tasks/due';
import { momentOf, type Draft } from './draft';
import classes from '@/features/coordination/tasks/Tasks.module.css';

type Props = {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  theirs: string | null;
  error: ReactNode;
};

export function DueField({ draft, onChange, theirs, error }: Props) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const { at, fault, readings } = momentOf(draft);
  return (
    <div>
      <div className={classes['dueFields']}>
        <DateField
          withTime
          label={t('tasks/due')}
          value={draft.due}
          error={error}
          onChange={(next) => onChange({ due: next, reading: '' })}
        />
        <ZoneSelect
          label={t('tasks/zone')}
          value={draft.zone}
          onChange={(next) => onChange({ zone: next, reading: '' })}
        />
      </div>
      {fault === 'tasks/timeTwice' ? (
        <Notice tone="warn" title={t('tasks/timeTwice')}>
          <Group gap="xs">
            {readings.map(({ instant, offset }) => (
              <Button key={offset} size="compact-xs" variant="default" onClick={() => onChange({ reading: instant })}>
                {t('tasks/reading', { offset })}
              </Button>
            ))}
          </Group>
        </Notice>
      ) : null}
      {fault === 'tasks/timeNever' ? <Notice tone="warn">{t('tasks/timeNever')}</Notice> : null}
      {at ? (
        <p className={classes['reading']}>
          {clocks(at, [zone, ...(theirs ? [theirs] : []), draft.zone], locale).join(' · ')}{' '}
          <span className="dim">
            ({t('tasks/offset', { offset: offsetText(offsetAt(Date.parse(at), draft.zone)) })})
          </span>
          {Date.parse(at) < Date.now() ? <strong className={classes['late']}> {t('tasks/past')}</strong> : null}
        </p>
      ) : null}
    </div>
  );
}
