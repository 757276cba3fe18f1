/** The team is not closed after all: an administrator takes it back, or a leader of any party. */
import { useTranslation } from 'react-i18next';
import { takeItBack, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useDone } from './done';

export function WithdrawDialog({ of, onClose }: { of: ClosingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const done = useDone(jit.id, onClose);
  return (
    <ReasonDialog
      title={t('closing/withdraw')}
      help={t('closing/withdrawHelp')}
      reasonLabel={t('phases/why')}
      action={t('closing/withdraw')}
      danger={false}
      onClose={onClose}
      act={(reason) => takeItBack(jit.id, of, reason)}
      onDone={() => done(t('closing/withdrawn'))}
    />
  );
}
