/** Marks a value as verified by a named person on a day, who names what the value was compared with. */
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { useLocale } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { wallClock } from '@/lib/zones';
import { visible } from '@/lib/visible';
import { referenceKey, verifyValue, type Of } from './queries';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import type { Place } from '@/features/reference/shown/values';

export function VerifyDialog({ of, place, onClose }: { of: Of; place: Place; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { zone } = useLocale();
  const { data: me } = useSuspenseQuery(meQuery());
  const name = usePlaceName()(place);
  const shown = useShownValue()(place.name, place.sourced.value);
  const today = wallClock(Date.now(), zone).slice(0, 10);
  const form = useForm<{ by: string; on: string | null; against: string }>({
    initialValues: { by: me.account.name, on: today, against: '' },
    validate: {
      by: (by) => (by.trim() ? null : t('reference/needPerson')),
      on: (on) => (on ? null : t('reference/needDay')),
      against: (against) => (against.trim() ? null : t('reference/needComparison')),
    },
  });
  const run = useMutation({
    mutationFn: ({ by, on, against }: typeof form.values) =>
      verifyValue(of, {
        field: place.field,
        verified_by: by.trim(),
        verified_on: on ?? today,
        verified_against: against.trim(),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: referenceKey });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('reference/verify')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('reference/verifyHelp')}</Text>
          <div>
            <strong>{visible(name)}</strong>
            {shown.map((line) => (
              <Text key={line} size="sm">
                {visible(line)}
              </Text>
            ))}
            <Text size="sm" c="dimmed">
              {t('reference/source', { source: visible(place.sourced.source ?? '') })}
            </Text>
          </div>
          <TextInput
            data-autofocus
            required
            label={t('reference/verifiedBy')}
            maxLength={300}
            {...form.getInputProps('by')}
          />
          <DateInput required label={t('reference/verifiedOn')} maxDate={today} {...form.getInputProps('on')} />
          <Textarea
            required
            label={t('reference/comparison')}
            description={t('reference/comparisonHelp')}
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('against')}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('reference/verify')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
