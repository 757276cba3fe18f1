/** Extends a deadline once, by the duration that its rule provides. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { extend, type DeadlineView } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';
import { useRequestWords } from '@/features/requests/request/useRequestWords';

type Props = { request: string; clock: DeadlineView; onClose: () => void };

export function ExtendDialog({ request, clock, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useRequestWords();
  const changed = useChanged();
  const action = t(clock.lapses ? 'requestDetail/extendPreservation' : 'requestDetail/extend');
  return (
    <ReasonDialog
      title={action}
      help={t('requestDetail/extendHelp', { deadline: said(clock.title) })}
      reasonLabel={t('common/reason')}
      action={action}
      danger={false}
      onClose={onClose}
      act={async (reason) => changed(await extend(jit.id, request, clock.id, reason))}
      onDone={onClose}
    />
  );
}
