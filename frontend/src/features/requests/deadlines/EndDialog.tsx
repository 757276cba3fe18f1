/** Ends a deadline: it was met, or does not matter any more. */
import { Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { instantOf } from '@/components/sharing/draft';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import { endDeadline, type DeadlineEndForm, type DeadlineView } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';
import { useRequestWords } from '@/features/requests/request/useRequestWords';

type Values = { outcome: DeadlineEndForm['outcome']; occurred_at: string };
type Props = { request: string; clock: DeadlineView; onClose: () => void };

export function EndDialog({ request, clock, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const { said } = useRequestWords();
  const changed = useChanged();
  const form = useForm<Values>({
    initialValues: { outcome: 'met', occurred_at: '' },
    validate: { occurred_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ outcome, occurred_at }: Values) =>
      endDeadline(jit.id, request, clock.id, {
        outcome,
        occurred_at: occurred_at ? instantOf(occurred_at, zone) : null,
      }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('requestDeadlines/end')}
      action={t('requestDeadlines/end')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">{t('requestDeadlines/endHelp', { deadline: said(clock.title) })}</Text>
      <Radio.Group label={t('requestDeadlines/outcome')} {...form.getInputProps('outcome')}>
        <Stack gap={6} mt={6}>
          {(['met', 'void'] as const).map((outcome) => (
            <Radio key={outcome} size="xs" value={outcome} label={t(`deadlineOutcome/${outcome}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <OccurredField
        value={form.values.occurred_at}
        error={form.errors['occurred_at']}
        onChange={(value) => form.setFieldValue('occurred_at', value)}
      />
    </FormDialog>
  );
}
