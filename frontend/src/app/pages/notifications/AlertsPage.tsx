/** Access of other parties to exhibits of the own party: alerts, emergency access and daily counts. */
import { useNavigate } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { AlertsScreen } from '@/features/notifications/alerts/AlertsScreen';
import { DigestsSection } from '@/features/notifications/alerts/DigestsSection';
import { EmergenciesSection } from '@/features/sharing/emergencies/EmergenciesSection';

export function AlertsPage() {
  const { jit } = useTeam();
  const navigate = useNavigate();
  return (
    <>
      <AlertsScreen />
      <EmergenciesSection
        onOpened={({ evidence }) =>
          void navigate({ to: '/jits/$jit/evidence/$evidence', params: { jit: jit.id, evidence } })
        }
      />
      <DigestsSection />
    </>
  );
}
