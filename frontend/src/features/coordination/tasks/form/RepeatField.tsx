/** Whether and how a task repeats: by days, weeks or months, for ever, so many times, or until a day. */
import { Chip, Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { useTeam } from '@/api/team';
import type { Draft } from './draft';
import { DAYS, dayOf, dayWord, FREQUENCIES, readRule, ruleOf, type Repeat } from './repeats';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function RepeatField({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const repeat = draft.repeats ? readRule(draft.repeats, draft.zone) : null;
  const set = (change: Partial<Repeat>) => {
    if (repeat) onChange({ repeats: ruleOf({ ...repeat, ...change }, draft.zone) });
  };
  const begin = (frequency: string | null) => {
    const known = FREQUENCIES.find((one) => one === frequency);
    onChange({
      repeats: known
        ? ruleOf({ interval: 1, count: null, until: '', ...repeat, frequency: known, days: [] }, draft.zone)
        : '',
    });
  };
  const ends = repeat?.count !== null && repeat?.count !== undefined ? 'count' : repeat?.until ? 'until' : 'never';
  const end = (how: string | null) =>
    set({
      count: how === 'count' ? 10 : null,
      until: how === 'until' ? (draft.due || new Date().toISOString()).slice(0, 10) : '',
    });
  // The first deadline is always one of them.
  const first = draft.due ? dayOf(draft.due) : null;
  const chosen = repeat ? [...new Set([...repeat.days, ...(first ? [first] : [])])] : [];
  return (
    <div className={classes['repeat']}>
      <div className={classes['dueFields']}>
        <Select
          label={t('repeat/label')}
          value={repeat?.frequency ?? 'no'}
          allowDeselect={false}
          data={[
            { value: 'no', label: t('repeat/no') },
            ...FREQUENCIES.map((value) => ({ value, label: t(`repeat/${value}`) })),
          ]}
          onChange={begin}
        />
        {repeat ? (
          <NumberInput
            label={t(`repeat/every_${repeat.frequency}`)}
            min={1}
            max={99}
            allowDecimal={false}
            clampBehavior="strict"
            value={repeat.interval}
            onChange={(value) => set({ interval: Number(value) || 1 })}
          />
        ) : null}
      </div>
      {repeat?.frequency === 'WEEKLY' ? (
        <Chip.Group
          multiple
          value={chosen}
          onChange={(days) => set({ days: DAYS.filter((day) => days.includes(day) || day === first) })}
        >
          <Group gap={4} role="group" aria-label={t('repeat/days')}>
            {DAYS.map((day) => (
              <Chip key={day} size="xs" value={day} disabled={day === first}>
                {dayWord(day, locale)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      ) : null}
      {repeat ? (
        <div className={classes['dueFields']}>
          <Select
            label={t('repeat/ends')}
            value={ends}
            allowDeselect={false}
            data={(['never', 'count', 'until'] as const).map((value) => ({ value, label: t(`repeat/${value}`) }))}
            onChange={end}
          />
          {ends === 'count' ? (
            <NumberInput
              label={t('repeat/times')}
              min={2}
              max={999}
              allowDecimal={false}
              value={repeat.count ?? 2}
              onChange={(value) => set({ count: Math.max(2, Number(value) || 2) })}
            />
          ) : null}
          {ends === 'until' ? (
            <DateField label={t('repeat/last')} value={repeat.until} onChange={(next) => set({ until: next })} />
          ) : null}
        </div>
      ) : null}
      {repeat ? <p className={classes['reading']}>{t('repeat/help')}</p> : null}
    </div>
  );
}
