/** The list of legal requests. Its filters are in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { RequestsScreen } from '@/features/requests/list/RequestsScreen';

export function RequestsPage() {
  const { jit } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/requests' });
  const navigate = useNavigate();
  return (
    <RequestsScreen
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/jits/$jit/requests', params: { jit: jit.id }, search, replace: true })
      }
    />
  );
}
