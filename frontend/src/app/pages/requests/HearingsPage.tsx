/** The list of hearings; a new one is opened at once. */
import { useNavigate } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { HearingsScreen } from '@/features/requests/hearing/HearingsScreen';

export function HearingsPage() {
  const { jit } = useTeam();
  const navigate = useNavigate();
  return (
    <HearingsScreen
      onMade={({ id }) => void navigate({ to: '/jits/$jit/hearings/$hearing', params: { jit: jit.id, hearing: id } })}
    />
  );
}
