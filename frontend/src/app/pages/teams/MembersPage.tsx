/** Members of the team, a controller to be confirmed, and the closing of the team. */
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
