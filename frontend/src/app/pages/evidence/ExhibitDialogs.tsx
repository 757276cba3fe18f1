/** The dialogs of an exhibit, of which at most one is open. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withdraw } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView, OpeningView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { ExportDialog } from '@/features/audit/exports/ExportDialog';
import { TaskDrawer } from '@/features/coordination/tasks/form/TaskDrawer';
import { useCopiesOut } from '@/features/custody/copies/useCopiesOut';
import { DiscloseDialog } from '@/features/custody/disclosures/DiscloseDialog';
import { OpenDialog } from '@/features/custody/openings/OpenDialog';
import { TakeList } from '@/features/custody/openings/TakeList';
import { Viewer } from '@/features/custody/openings/Viewer';
import { DescribeDrawer } from '@/features/evidence/exhibit/DescribeDrawer';
import { EvaluateDialog } from '@/features/evidence/exhibit/EvaluateDialog';
import { FlagDialog } from '@/features/evidence/flags/FlagDialog';
import { LabelDialog } from '@/features/evidence/labels/LabelDialog';
import { AskDialog } from '@/features/sharing/consents/AskDialog';
import { EmergencyDialog } from '@/features/sharing/emergencies/EmergencyDialog';
import { CloseDialog } from '@/features/sharing/privilege-review/CloseDialog';
import { saveLink } from '@/lib/saveLink';
import { Registering } from './Registering';

/** `zip`: a download of all originals in one file. */
export type ExhibitDialog =
  | { kind: 'open' | 'take' | 'zip' | 'verify' | 'filter' }
  | { kind: 'viewer' | 'take-list'; opening: OpeningView }
  | { kind: 'close' | 'describe' | 'evaluate' | 'withdraw' }
  | { kind: 'export' | 'derive' | 'label' | 'disclose' | 'flag' | 'emergency' | 'ask' | 'task' };

type Props = {
  exhibit: EvidenceView;
  dialog: ExhibitDialog;
  onDialog: (dialog: ExhibitDialog | null) => void;
  /** The viewer was closed; `opening` can still show its pages. */
  onViewed: (opening: OpeningView) => void;
};

export function ExhibitDialogs({ exhibit, dialog, onDialog, onViewed }: Props) {
  const { jit } = useTeam();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const close = () => onDialog(null);
  switch (dialog.kind) {
    case 'open':
    case 'take':
    case 'verify':
    case 'filter':
    case 'zip': {
      const zipped = dialog.kind === 'zip';
      const opened = (opening: OpeningView) => {
        if (zipped && opening.zip) saveLink(opening.zip, `${exhibit.exhibit_number}.zip`);
        onDialog({ kind: opening.act === 'take' ? 'take-list' : 'viewer', opening });
      };
      const act = dialog.kind === 'zip' ? 'take' : dialog.kind;
      return <OpenDialog exhibit={exhibit} act={act} eachFile={zipped} onClose={close} onOpened={opened} />;
    }
    case 'viewer': {
      const { opening } = dialog;
      const viewed = () => {
        close();
        if (opening.act === 'open') onViewed(opening);
        else
          for (const queryKey of [
            keys.clearance(jit.id, exhibit.id),
            keys.verification(jit.id, exhibit.id),
            keys.quarantined(jit.id),
          ])
            void queries.invalidateQueries({ queryKey });
      };
      return <Viewer exhibit={exhibit} opening={opening} onClose={viewed} />;
    }
    case 'take-list':
      return <TakeList exhibit={exhibit} opening={dialog.opening} onClose={close} />;
    case 'close':
      return <CloseDialog exhibit={exhibit} onClose={close} />;
    case 'describe':
      return <DescribeDrawer exhibit={exhibit} onClose={close} />;
    case 'evaluate':
      return <EvaluateDialog exhibit={exhibit} onClose={close} />;
    case 'withdraw':
      return <WithdrawDialog exhibit={exhibit} onClose={close} />;
    case 'export':
      return <ExportDialog exhibits={[exhibit.id]} onClose={close} />;
    case 'derive':
      return <Registering files={[]} parents={[exhibit.id]} onClose={close} />;
    case 'label':
      return <LabelDialog exhibits={[exhibit]} onClose={close} />;
    case 'disclose':
      return <DiscloseDialog exhibit={exhibit} onClose={close} />;
    case 'flag':
      return <FlagDialog exhibit={exhibit} onClose={close} />;
    case 'emergency':
      return <EmergencyDialog number={exhibit.exhibit_number} onClose={close} onOpened={close} />;
    case 'ask':
      return <AskDialog exhibit={exhibit} onClose={close} />;
    case 'task':
      return (
        <TaskDrawer
          evidence={[exhibit.id]}
          onClose={close}
          onDone={({ id }) => void navigate({ to: '/jits/$jit/tasks/$task', params: { jit: jit.id, task: id } })}
        />
      );
  }
}

function WithdrawDialog({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const outside = useCopiesOut(exhibit.id)();
  const help = t('exhibit/withdrawHelp');
  return (
    <ReasonDialog
      title={t('exhibit/withdrawTitle', { number: exhibit.exhibit_number })}
      help={outside > 0 ? `${help} ${t('copies/withdrawAsks', { count: outside })}` : help}
      reasonLabel={t('exhibit/withdrawReason')}
      action={t('exhibit/withdrawYes')}
      onClose={onClose}
      act={(reason) => withdraw(exhibit, jit.id, reason)}
      onDone={() => {
        for (const queryKey of [
          keys.exhibit(jit.id, exhibit.id),
          keys.pool(jit.id),
          keys.custody(jit.id, exhibit.id),
          keys.copies(jit.id),
        ])
          void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t('exhibit/withdrawn', { number: exhibit.exhibit_number }) });
        onClose();
      }}
    />
  );
}
