/** Withdraws the declaration of a leaving before it takes effect. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stayIn } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function StayDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t('leaving/stayTitle', { party: party.name })}
      help={t('leaving/stayHelp')}
      reasonLabel={t('leaving/why')}
      action={t('leaving/stay')}
      danger={false}
      onClose={onClose}
      act={(reason) => stayIn(jit.id, party, reason)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.parties(jit.id) });
        notifications.show({ message: t('leaving/stays', { party: party.name }) });
        onClose();
      }}
    />
  );
}
