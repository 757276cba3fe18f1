import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { recall } from '@/api/actions';
import { keys } from '@/api/queries';
import type { EvidenceView, ReleaseView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function RecallDialog({
  exhibit,
  release,
  copies,
  onClose,
}: {
  exhibit: EvidenceView;
  release: ReleaseView;
  copies: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const waits = useRef(false);
  const party = partyName(release.party);
  return (
    <ReasonDialog
      title={t('releases/recallTitle', { party })}
      help={
        copies > 0
          ? `${t('releases/recallHelp', { party })} ${t('copies/recallAsks', { count: copies, party })}`
          : t('releases/recallHelp', { party })
      }
      reasonLabel={t('releases/recallReason')}
      action={t('releases/recallYes')}
      confirm={t('releases/confirmRecall', { party })}
      onClose={onClose}
      act={async (reason) => {
        // The version that stands now, should it have changed while this dialogue was open.
        const current = exhibit.releases.find((one) => one.party === release.party) ?? release;
        waits.current = (await recall(jit.id, exhibit.id, current, reason)) !== null;
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) });
        void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
        void queries.invalidateQueries({ queryKey: keys.custody(jit.id, exhibit.id) });
        void queries.invalidateQueries({ queryKey: keys.copies(jit.id) });
        void queries.invalidateQueries({ queryKey: keys.waiting(jit.id) });
        notifications.show({ message: waits.current ? t('fourEyes/recallWaits', { party }) : t('releases/recalled') });
        onClose();
      }}
    />
  );
}
