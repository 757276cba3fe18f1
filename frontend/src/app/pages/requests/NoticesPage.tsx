/** The list of INTERPOL notices. Its filters are in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { NoticesScreen } from '@/features/requests/notices/NoticesScreen';

export function NoticesPage() {
  const { jit } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/notices' });
  const navigate = useNavigate();
  return (
    <NoticesScreen
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/jits/$jit/notices', params: { jit: jit.id }, search, replace: true })
      }
    />
  );
}
