/** Discloses an exhibit to a proceeding: court, schedule, purpose and justification, with its files and hashes. */
import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { disclose } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { PURPOSES, SCHEDULES, type EvidenceView, type Purpose, type Schedule } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { LimitsToConfirm } from '@/components/exhibits/LimitsOfUse';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';

const PLACES = ['court', 'proceeding', 'file_number'] as const;

export function DiscloseDialog({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const text = exhibit.may.disclose.obligations.includes('acknowledge_h3') ? exhibit.handling_text : null;
  const need = (value: string) => (value.trim() ? null : t('disclosures/need'));
  const form = useForm({
    initialValues: {
      court: '',
      proceeding: '',
      file_number: '',
      schedule: 'used' as Schedule,
      purpose: 'JIT_PURPOSE' as Purpose,
      justification: '',
      acknowledged: false,
      acknowledged_limits: false,
    },
    validate: {
      court: need,
      proceeding: need,
      file_number: need,
      justification: (value) => (value.trim() ? null : t('openings/needJustification')),
      acknowledged_limits: (value) =>
        value || exhibit.limits_of_use.length === 0 ? null : t('limits/needAcknowledge'),
      acknowledged: (value) => (text === null || value ? null : t('openings/needAcknowledge')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: typeof form.values) =>
      disclose(jit.id, exhibit.id, { ...values, justification: values.justification.trim() }),
    onSuccess: () => {
      for (const queryKey of [
        keys.disclosures(jit.id),
        keys.custody(jit.id, exhibit.id),
        keys.exhibit(jit.id, exhibit.id),
      ])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('disclosures/done') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('disclosures/discloseTitle', { number: exhibit.exhibit_number })}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('disclosures/discloseHelp')}
          </Text>
          {PLACES.map((name, index) => (
            <TextInput
              key={name}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              required
              maxLength={300}
              label={t(`disclosures/${name}`)}
              {...form.getInputProps(name)}
            />
          ))}
          <Group grow align="flex-start" gap="sm">
            <Select
              required
              allowDeselect={false}
              label={t('disclosures/schedule')}
              data={SCHEDULES.map((value) => ({ value, label: t(`schedule/${value}`) }))}
              {...form.getInputProps('schedule')}
            />
            <Select
              required
              allowDeselect={false}
              label={t('openings/purpose')}
              data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
              {...form.getInputProps('purpose')}
            />
          </Group>
          <Textarea
            required
            maxLength={10_000}
            label={t('openings/justification')}
            placeholder={t('openings/justificationHelp')}
            {...form.getInputProps('justification')}
          />
          {text === null ? null : (
            <Checkbox
              size="xs"
              label={t('openings/acknowledge')}
              description={visible(text)}
              {...form.getInputProps('acknowledged', { type: 'checkbox' })}
            />
          )}
          <LimitsToConfirm
            limits={exhibit.limits_of_use}
            of={exhibit.exhibit_number}
            input={form.getInputProps('acknowledged_limits', { type: 'checkbox' })}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('disclosures/discloseYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
