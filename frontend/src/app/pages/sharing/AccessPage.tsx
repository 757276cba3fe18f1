/** The settings of a party: default sharing rules, emergency access, and decisions that it signs. */
import { AccessScreen } from '@/features/sharing/access/AccessScreen';
import { BreakGlassPanel } from '@/features/sharing/emergencies/BreakGlassPanel';
import { SigningPanel } from '@/features/coordination/signing/SigningPanel';

export function AccessPage() {
  return (
    <>
      <AccessScreen />
      <BreakGlassPanel />
      <SigningPanel />
    </>
  );
}
