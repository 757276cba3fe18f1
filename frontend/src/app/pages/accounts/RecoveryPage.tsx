import { HelpCorner } from '@/app/shell/help/HelpButton';
import { RecoveryForm } from '@/features/accounts/organisation/RecoveryForm';

export function RecoveryPage() {
  return (
    <>
      <RecoveryForm />
      <HelpCorner />
    </>
  );
}
