/** Who sits in the team, a controller who waits to be confirmed, and how it stands with the team's end. */
import { ClosingPanel } from '@/features/teams/closing/ClosingPanel';
import { MembersScreen } from '@/features/teams/members/MembersScreen';
import { ControllerWaits } from '@/features/sharing/quarantine/ControllerWaits';

export function MembersPage() {
  return (
    <MembersScreen
      end={
        <>
          <ControllerWaits />
          <ClosingPanel />
        </>
      }
    />
  );
}
