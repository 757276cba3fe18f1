/** Requires the approval of an authority or function before an exhibit or legal request is shared or sent. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { setApproval, type Subject } from './queries';
import { useChangedApprovals } from './useChangedApprovals';

type Props = { subject: Subject; number: string; onClose: () => void };

export function RequireDialog({ subject, number, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedApprovals(subject);
  const form = useForm({
    initialValues: { approver: '' },
    validate: { approver: (value) => (value.trim() ? null : t('requiredApprovals/needApprover')) },
  });
  return (
    <ReasonDialog
      title={t('requiredApprovals/requireTitle', { number })}
      help={t('evidence' in subject ? 'requiredApprovals/requireHelpExhibit' : 'requiredApprovals/requireHelpRequest')}
      reasonLabel={t('requiredApprovals/reason')}
      action={t('requiredApprovals/require')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => setApproval(jit.id, { ...subject, approver: form.getValues().approver.trim(), reason })}
      onDone={() => {
        changed();
        notifications.show({ message: t('requiredApprovals/required') });
        onClose();
      }}
    >
      <TextInput
        required
        maxLength={300}
        label={t('requiredApprovals/approver')}
        placeholder={t('requiredApprovals/approverHelp')}
        {...form.getInputProps('approver')}
      />
    </ReasonDialog>
  );
}
