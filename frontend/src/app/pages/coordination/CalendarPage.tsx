/** The calendar of a team. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { CalendarScreen } from '@/features/coordination/calendar/CalendarScreen';
import { SubscribeButton } from './SubscribeButton';

export function CalendarPage() {
  const { jit } = useTeam();
  const search = useSearch({ from: '/jits/$jit/calendar' });
  const navigate = useNavigate();
  return (
    <CalendarScreen
      search={search}
      onSearch={(next) =>
        void navigate({ to: '/jits/$jit/calendar', params: { jit: jit.id }, search: next, replace: true })
      }
      aside={<SubscribeButton />}
    />
  );
}
