import { InvitationForm } from '@/features/invitation/InvitationForm';

export function InvitationPage() {
  return <InvitationForm />;
}
