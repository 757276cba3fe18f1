import { SetupScreen } from '@/features/accounts/setup/SetupScreen';

export function SetupPage() {
  return <SetupScreen />;
}
