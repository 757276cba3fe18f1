/** A second look before a key of one's party signs nothing more. */
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { revokeKey } from './queries';
import { useTeam } from '@/api/team';
import type { SigningKeyView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useKeysChanged } from './useKeysChanged';

export function RevokeKey({ named, onClose }: { named: SigningKeyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useKeysChanged();
  return (
    <ReasonDialog
      title={t('signing/revokeTitle', { name: named.name })}
      help={t('signing/revokeHelp')}
      reasonLabel={t('common/reason')}
      action={t('signing/revoke')}
      onClose={onClose}
      act={(reason) => revokeKey(jit.id, named, reason)}
      onDone={() => {
        changed();
        notifications.show({ message: t('signing/didRevoke') });
        onClose();
      }}
    />
  );
}
