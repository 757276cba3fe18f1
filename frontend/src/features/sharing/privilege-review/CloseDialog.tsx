/** Marks an exhibit as potentially privileged or abusive: its content is closed at once and a reviewer is notified. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { flag } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function CloseDialog({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const number = exhibit.exhibit_number;
  return (
    <ReasonDialog
      title={t('filtering/flagTitle', { number })}
      help={t('filtering/flagHelp')}
      reasonLabel={t('filtering/reason')}
      action={t('filtering/flag')}
      onClose={onClose}
      act={(reason) => flag(jit.id, exhibit.id, reason)}
      onDone={() => {
        for (const key of [keys.exhibit(jit.id, exhibit.id), keys.custody(jit.id, exhibit.id)])
          void queries.invalidateQueries({ queryKey: key });
        notifications.show({ message: t('filtering/flagged', { number }) });
        onClose();
      }}
    />
  );
}
