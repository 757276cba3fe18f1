/** Changes a membership: consequences, duties left behind, reason, and confirmation. */
import { Checkbox, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dutiesQuery, keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { Notice } from '@/components/notices/Notice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { visible } from '@/lib/visible';
import { daySpan, wallClock } from '@/lib/zones';
import { carryOut, onlyForATime, type SeatAct } from './seatActs';

export function SeatDialog({ act, one, onClose }: { act: SeatAct; one: SeatView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  // The last day of the seat as its leader counts days; the seat ends when that day does.
  const endOf = (day: string) => daySpan(undefined, day, zone).until ?? null;
  const form = useForm({
    initialValues: {
      until: one.until ? wallClock(Date.parse(one.until) - 1, zone).slice(0, 10) : '',
      endless: one.until === null && !onlyForATime(one),
      name: one.name,
    },
    validate: {
      until: (day, { endless }) => (act === 'time' && !endless && endOf(day) === null ? t('members/needDay') : null),
      name: (name) => (act === 'rename' && ['', one.name].includes(name.trim()) ? t('members/needOtherName') : null),
    },
  });
  const { endless } = form.values;
  const leaves = act === 'end' || act === 'suspend';
  return (
    <ReasonDialog
      title={t(`members/${act}Title`, { code: one.code })}
      help={t(`members/${act}Help`, { name: visible(one.name) })}
      reasonLabel={t('members/why')}
      action={t(`members/${act}`)}
      danger={leaves}
      {...(act === 'end' ? { confirm: t('members/sure', { code: one.code }) } : {})}
      onClose={onClose}
      fields={form}
      act={(reason) => {
        const { until, name } = form.getValues();
        return carryOut(act, jit.id, one, reason, endless ? null : endOf(until), name.trim());
      }}
      onDone={() => {
        for (const queryKey of [keys.members(jit.id), keys.parties(jit.id), keys.situation(jit.id)])
          void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t(`members/${act}Done`, { code: one.code }) });
        onClose();
      }}
    >
      {act === 'rename' ? (
        <TextInput label={t('members/name')} maxLength={300} {...form.getInputProps('name')} />
      ) : act !== 'time' ? (
        leaves ? (
          <Left one={one} />
        ) : null
      ) : (
        <>
          <DateField
            label={t('members/lastDay')}
            description={t('members/lastDayHelp', { zone })}
            min={wallClock(Date.now(), zone).slice(0, 10)}
            {...form.getInputProps('until')}
            {...(endless ? { error: null } : {})}
            disabled={endless}
            value={endless ? '' : form.values.until}
          />
          {onlyForATime(one) ? null : (
            <Checkbox size="xs" label={t('members/endless')} {...form.getInputProps('endless', { type: 'checkbox' })} />
          )}
        </>
      )}
    </ReasonDialog>
  );
}

/** Duties that the member would leave behind. */
function Left({ one }: { one: SeatView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(dutiesQuery(jit.id, one.id));
  if (!data) return null;
  if (data.last_leader) return <Notice tone="warn">{t('members/lastLeader')}</Notice>;
  const left = [
    data.tasks > 0 ? t('members/leftTasks', { count: data.tasks }) : null,
    data.handovers.length > 0 ? t('members/handoversLeft', { count: data.handovers.length }) + '.' : null,
    data.items.length > 0 ? t('members/itemsLeft', { count: data.items.length }) + '.' : null,
    data.named_in > 0 ? t('members/leftReleases', { count: data.named_in }) : null,
  ].filter(Boolean);
  return left.length > 0 ? (
    <Notice tone="warn">{left.join(' ')}</Notice>
  ) : (
    <Text size="sm" c="dimmed">
      {t('members/leftNothing')}
    </Text>
  );
}
