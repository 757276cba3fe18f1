/** Records a test call of a contact: when, by whom, and whether somebody answered. */
import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
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
import { recordTest, referenceKey, type Of } from './queries';

type Values = { by: string; on: string | null; reached: string; note: string };

export function TestCallDialog({ of, name, onClose }: { of: Of; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { zone } = useLocale();
  const { data: me } = useSuspenseQuery(meQuery());
  const today = wallClock(Date.now(), zone).slice(0, 10);
  const form = useForm<Values>({
    initialValues: { by: me.account.name, on: today, reached: '', note: '' },
    validate: {
      by: (by) => (by.trim() ? null : t('reference/needPerson')),
      on: (on) => (on ? null : t('reference/needDay')),
      reached: (reached) => (reached ? null : t('reference/needOutcome')),
    },
  });
  const run = useMutation({
    mutationFn: ({ by, on, reached, note }: Values) =>
      recordTest(of, {
        tested_by: by.trim(),
        tested_on: on ?? today,
        reached: reached === 'yes',
        note: note.trim() || null,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: referenceKey });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('reference/recordTest')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('reference/testHelp', { name: visible(name) })}</Text>
          <Radio.Group label={t('reference/outcome')} required {...form.getInputProps('reached')}>
            <Stack gap={4} mt={4}>
              <Radio value="yes" label={t('reference/answered')} />
              <Radio value="no" label={t('reference/notAnswered')} />
            </Stack>
          </Radio.Group>
          <DateInput required label={t('reference/testedOn')} maxDate={today} {...form.getInputProps('on')} />
          <TextInput required label={t('reference/testedBy')} maxLength={300} {...form.getInputProps('by')} />
          <Textarea label={t('reference/note')} maxLength={4000} {...form.getInputProps('note')} />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('reference/recordTest')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
