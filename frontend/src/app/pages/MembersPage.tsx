/** Who sits in the team, and how it stands with its end. */
import { ClosingPanel } from '@/features/closing/ClosingPanel';
import { MembersScreen } from '@/features/members/MembersScreen';

export function MembersPage() {
  return <MembersScreen end={<ClosingPanel />} />;
}
