/** Keeps the texts of an ended request or notice until another review. */
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { DateField } from '@/components/fields/DateField';
import { useKeep, type Reviewed } from './useKeep';

type Props = { of: Reviewed; line: { id: string; number: string }; onClose: () => void };

export function KeepTextsDialog({ of, line, onClose }: Props) {
  const { t } = useTranslation();
  const keep = useKeep(of);
  const form = useForm({
    initialValues: { review_on: '' },
    validate: { review_on: (day) => (day ? null : t('requestRetention/needDay')) },
  });
  return (
    <ReasonDialog
      title={t(`retentionKeepTitle/${of}`, { number: line.number })}
      help={t(`retentionKeepHelp/${of}`)}
      reasonLabel={t('requestRetention/keepReason')}
      action={t(`retentionKeepNow/${of}`)}
      danger={false}
      fields={form}
      onClose={onClose}
      act={async (reason) => keep(line.id, { ...form.getValues(), reason })}
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
