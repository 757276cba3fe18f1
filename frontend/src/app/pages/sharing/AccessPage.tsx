/** What a party's standing decisions give: its rules, whom it allows to break the glass, and what it signs. */
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
