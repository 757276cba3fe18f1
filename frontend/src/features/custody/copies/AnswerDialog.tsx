/** The answer about a copy: destroyed, or kept and why. For a party that has left, the originator answers. */
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerFor } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { CopyAnswerForm, CopyView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type Answer = CopyAnswerForm['answer'];

export function AnswerDialog({ copy, onClose }: { copy: CopyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const noted = copy.party !== seat.party;
  const queries = useQueryClient();
  const party = partyName(copy.originator);
  const form = useForm({
    initialValues: { answer: null as Answer | null, because: '' },
    validate: {
      answer: (value) => (value === null ? t('copies/needAnswer') : null),
      because: (value, { answer }) =>
        (noted || answer === 'kept') && !value.trim() ? t(noted ? 'copies/needWhat' : 'copies/needBecause') : null,
    },
  });
  const { answer } = form.values;
  const { run, notice } = useFormMutation(form, {
    mutationFn: (said: Answer) =>
      answerFor(jit.id, copy, { answer: said, because: form.getValues().because.trim() || null }),
    onSuccess: () => {
      for (const queryKey of [keys.copies(jit.id), keys.situation(jit.id), keys.custody(jit.id, copy.evidence)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('copies/answered') });
      onClose();
    },
  });
  const submit = form.onSubmit((values) => {
    if (values.answer !== null) run.mutate(values.answer);
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('copies/answerTitle', { number: copy.exhibit_number })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {copy.custodian} · {t('copies/fileNumber')} {copy.file_number}
          </Text>
          {copy.reason ? (
            <Text size="sm">
              {t('copies/recalledBy', { party })}
              {t('common/colon')}
              {copy.reason}
            </Text>
          ) : null}
          <Text size="sm" c="dimmed">
            {noted ? t('copies/noteHelp', { party: partyName(copy.party) }) : t('copies/answerHelp', { party })}
          </Text>
          <Radio.Group label={t('copies/what')} required {...form.getInputProps('answer')}>
            <Stack gap={6} mt={6}>
              <Radio data-autofocus value="destroyed" label={t('copies/destroyed')} />
              <Radio value="kept" label={t('copies/kept')} />
            </Stack>
          </Radio.Group>
          <Textarea
            required={noted || answer === 'kept'}
            maxLength={10_000}
            label={t(noted ? 'copies/fromWhat' : answer === 'destroyed' ? 'copies/how' : 'copies/because')}
            {...form.getInputProps('because')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('copies/send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
