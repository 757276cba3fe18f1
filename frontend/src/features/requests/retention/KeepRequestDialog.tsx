/** Keeps the texts of an ended request until another review. */
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { DateField } from '@/components/fields/DateField';
import { keep } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';

type Props = { request: { id: string; number: string }; onClose: () => void };

export function KeepRequestDialog({ request, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChanged();
  const form = useForm({
    initialValues: { review_on: '' },
    validate: { review_on: (day) => (day ? null : t('requestRetention/needDay')) },
  });
  return (
    <ReasonDialog
      title={t('requestRetention/keepTitle', { number: request.number })}
      help={t('requestRetention/keepHelp')}
      reasonLabel={t('requestRetention/keepReason')}
      action={t('requestRetention/keepNow')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={async (reason) => changed(await keep(jit.id, request.id, { ...form.getValues(), reason }))}
      onDone={onClose}
    >
      <DateField
        required
        label={t('requestRetention/nextReview')}
        {...form.getInputProps('review_on')}
        value={form.values.review_on}
      />
    </ReasonDialog>
  );
}
