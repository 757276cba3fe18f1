/** What a party's standing decisions give: its rules, and whom it allows to break the glass. */
import { AccessScreen } from '@/features/access/AccessScreen';
import { BreakGlassPanel } from '@/features/emergencies/BreakGlassPanel';

export function AccessPage() {
  return (
    <>
      <AccessScreen />
      <BreakGlassPanel />
    </>
  );
}
