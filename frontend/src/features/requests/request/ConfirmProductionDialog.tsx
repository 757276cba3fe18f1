/** Records that the addressee of a preservation order was told of the request for production (Form 5). */
import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { instantOf } from '@/components/sharing/draft';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import { confirmProduction, type LinkedRequestView } from './queries';
import { useChanged } from './useChanged';

type Props = { request: string; earlier: LinkedRequestView; onClose: () => void };

export function ConfirmProductionDialog({ request, earlier, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const changed = useChanged();
  const form = useForm({
    initialValues: { confirmed_at: '' },
    validate: { confirmed_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ confirmed_at: at }: { confirmed_at: string }) =>
      confirmProduction(jit.id, request, earlier.id, { confirmed_at: at ? instantOf(at, zone) : null }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('requestDetail/confirmProduction')}
      action={t('common/save')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">{t('requestDetail/confirmHelp', { number: earlier.number })}</Text>
      <OccurredField
        data-autofocus
        value={form.values.confirmed_at}
        error={form.errors['confirmed_at']}
        onChange={(value) => form.setFieldValue('confirmed_at', value)}
      />
    </FormDialog>
  );
}
