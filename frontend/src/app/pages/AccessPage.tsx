/** What a party's standing decisions give: its rules, whom it allows to break the glass, and what it signs. */
import { AccessScreen } from '@/features/access/AccessScreen';
import { BreakGlassPanel } from '@/features/emergencies/BreakGlassPanel';
import { SigningPanel } from '@/features/signing/SigningPanel';

export function AccessPage() {
  return (
    <>
      <AccessScreen />
      <BreakGlassPanel />
      <SigningPanel />
    </>
  );
}
