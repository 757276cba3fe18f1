import { InvitationForm } from '@/features/accounts/invitation/InvitationForm';

export function InvitationPage() {
  return <InvitationForm />;
}
