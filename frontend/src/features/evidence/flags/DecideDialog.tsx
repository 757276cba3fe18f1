/** The originator's decision about a flag: it disclosed, it consents, or it refuses, and why. Recorded for good. */
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decide } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { FLAG_DECISIONS, type FlagDecision, type FlagView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';

export function DecideDialog({ one, onClose }: { one: FlagView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { decision: null as FlagDecision | null, because: '' },
    validate: {
      decision: (value) => (value === null ? t('flags/needDecision') : null),
      because: (value) => (value.trim() ? null : t('flags/need')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ decision, because }: { decision: FlagDecision; because: string }) =>
      decide(jit.id, one, { decision, because: because.trim() }),
    onSuccess: () => {
      for (const queryKey of [
        keys.flags(jit.id),
        keys.situation(jit.id),
        keys.exhibit(jit.id, one.evidence),
        keys.custody(jit.id, one.evidence),
      ])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('flags/answered') });
      onClose();
    },
  });
  const submit = form.onSubmit(({ decision, because }) => {
    if (decision !== null) run.mutate({ decision, because });
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('flags/decideTitle', { number: one.exhibit_number })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {visible(one.exonerates)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('flags/decideHelp', { party: partyName(one.party) })}
          </Text>
          <Radio.Group label={t('flags/what')} required {...form.getInputProps('decision')}>
            <Stack gap={6} mt={6}>
              {FLAG_DECISIONS.map((value) => (
                <Radio key={value} value={value} label={t(`flagDecision/${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            required
            maxLength={10_000}
            label={t('flags/because')}
            placeholder={t('flags/becauseHelp')}
            {...form.getInputProps('because')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('flags/decideYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
