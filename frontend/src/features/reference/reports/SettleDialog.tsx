/** Settles a report with an answer that its reporter reads. */
import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { referenceKey } from '@/features/reference/administration/queries';
import { reportsKey, settle, type ReferenceReportView } from './queries';

export function SettleDialog({ one, onClose }: { one: ReferenceReportView; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { answer: '' },
    validate: { answer: (answer) => (answer.trim() ? null : t('referenceReports/needAnswer')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ answer }: typeof form.values) => settle(one.id, answer.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: reportsKey });
      await queries.invalidateQueries({ queryKey: referenceKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('referenceReports/settle')}
      action={t('referenceReports/settle')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Textarea
        data-autofocus
        required
        autosize
        minRows={3}
        maxLength={4000}
        label={t('referenceReports/answer')}
        description={t('referenceReports/answerHelp')}
        {...form.getInputProps('answer')}
      />
    </FormDialog>
  );
}
