import { HelpCorner } from '@/app/shell/help/HelpButton';
import { SetupScreen } from '@/features/accounts/setup/SetupScreen';

export function SetupPage() {
  return (
    <>
      <SetupScreen />
      <HelpCorner />
    </>
  );
}
