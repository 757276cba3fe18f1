/** The working hours of the own party in local time, and the country of its public holidays. */
import { Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { setHours, type WorkingHoursView } from './queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { calendarDay } from '@/lib/time';
import { weekdays } from './atWork';
import classes from './Hours.module.css';

/** The end of a day is 24:00, which an input for times does not take. */
const CLOCK = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

type Values = { days: string[]; begins: string; ends: string; holidays_of: string };

export function HoursDialog({ own: now, onClose }: { own: WorkingHoursView; onClose: () => void }) {
  // The version that the user read: a colleague's change since then is not overwritten unseen.
  const [own] = useState(now);
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const queries = useQueryClient();
  const form = useForm<Values>({
    validateInputOnChange: true,
    initialValues: {
      days: own.days.map(String),
      begins: own.begins,
      ends: own.ends,
      holidays_of: own.holidays_of ?? '',
    },
    validate: {
      days: (days) => (days.length > 0 ? null : t('hours/needDay')),
      begins: (begins) => (CLOCK.test(begins) ? null : t('hours/wrongClock')),
      ends: (ends, { begins }) => (CLOCK.test(ends) && ends > begins ? null : t('hours/wrongEnd')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ days, begins, ends, holidays_of: country }: Values) =>
      setHours(jit.id, own.version, {
        days: days.map(Number).sort((a, b) => a - b),
        begins,
        ends,
        holidays_of: country.trim().toUpperCase() || null,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.situation(jit.id) });
      notifications.show({ message: t('hours/set') });
      onClose();
    },
  });
  const ahead = own.holidays.filter(({ on }) => on >= new Date().toISOString().slice(0, 10));
  return (
    <Dialog onClose={onClose} size="lg" title={t('hours/ownTitle')}>
      <form onSubmit={form.onSubmit((hours) => run.mutate(hours))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('hours/ownHelp', { zone: own.time_zone })}
            {own.is_stated ? null : ` ${t('hours/notStated')}`}
          </Text>
          <div role="group" aria-label={t('hours/daysOf')}>
            <Text size="sm" fw={500} mb={4}>
              {t('hours/daysOf')}
            </Text>
            <Chip.Group multiple value={form.values.days} onChange={(days) => form.setFieldValue('days', days)}>
              <Group gap={6}>
                {weekdays(locale, 'short').map((name, index) => (
                  <Chip key={name} size="xs" value={String(index + 1)}>
                    {name}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            {form.errors['days'] ? (
              <Text size="xs" c="red" mt={4} role="alert">
                {form.errors['days']}
              </Text>
            ) : null}
          </div>
          <Group gap="sm" align="flex-start">
            <TextInput
              required
              maxLength={5}
              placeholder="09:00"
              label={t('hours/begins')}
              {...form.getInputProps('begins')}
            />
            <TextInput
              required
              maxLength={5}
              placeholder="17:00"
              label={t('hours/ends')}
              {...form.getInputProps('ends')}
            />
            <TextInput
              className={classes['country'] ?? ''}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              label={t('hours/country')}
              description={t('hours/countryHelp')}
              maxLength={2}
              {...form.getInputProps('holidays_of')}
            />
          </Group>
          {ahead.length > 0 ? (
            <Text size="xs" c="dimmed">
              {t('hours/ahead')}{' '}
              {ahead.map(({ on, name }) => `${calendarDay(on, locale)}${t('common/colon')}${name}`).join(' · ')}.{' '}
              {t('hours/verify')}
            </Text>
          ) : null}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('hours/save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
