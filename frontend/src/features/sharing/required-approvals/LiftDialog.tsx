/** Lifts a required approval after saying what becomes possible. */
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { RequiredApprovalView } from '@/api/generated/types.gen';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { visible } from '@/lib/visible';
import { liftApproval, type Subject } from './queries';
import { useChangedApprovals } from './useChangedApprovals';

/** `last`: whether no other approval is in force for the exhibit or legal request. */
type Props = { subject: Subject; approval: RequiredApprovalView; last: boolean; onClose: () => void };

export function LiftDialog({ subject, approval, last, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedApprovals(subject);
  const after = 'evidence' in subject ? 'requiredApprovals/liftHelpExhibit' : 'requiredApprovals/liftHelpRequest';
  return (
    <ReasonDialog
      title={t('requiredApprovals/liftTitle', { approver: visible(approval.approver) })}
      help={t(last ? after : 'requiredApprovals/liftHelpOthers')}
      reasonLabel={t('requiredApprovals/liftReason')}
      action={t('requiredApprovals/liftYes')}
      confirm={t('requiredApprovals/confirmLift')}
      onClose={onClose}
      act={(reason) => liftApproval(jit.id, approval.id, reason)}
      onDone={() => {
        changed();
        notifications.show({ message: t('requiredApprovals/lifted') });
        onClose();
      }}
    />
  );
}
