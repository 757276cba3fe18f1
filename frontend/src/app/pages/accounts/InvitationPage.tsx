import { HelpCorner } from '@/app/shell/help/HelpButton';
import { InvitationForm } from '@/features/accounts/invitation/InvitationForm';

export function InvitationPage() {
  return (
    <>
      <InvitationForm />
      <HelpCorner />
    </>
  );
}
