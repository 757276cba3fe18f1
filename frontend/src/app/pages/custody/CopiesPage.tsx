/** Copies held outside the system, and disclosures to proceedings. */
import { CopiesScreen } from '@/features/custody/copies/CopiesScreen';
import { DisclosuresSection } from '@/features/custody/disclosures/DisclosuresSection';

export function CopiesPage() {
  return (
    <>
      <CopiesScreen />
      <DisclosuresSection side="ours" />
      <DisclosuresSection side="others" />
    </>
  );
}
