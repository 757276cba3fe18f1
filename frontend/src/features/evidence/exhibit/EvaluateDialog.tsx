/** Evaluating anew, as the provider: the codes and why. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluate } from '@/api/actions';
import { exhibitQuery, keys } from '@/api/queries';
import { UNASSESSED, type EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { EvaluationFields } from './EvaluationFields';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function EvaluateDialog({ exhibit: now, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  // The version that the user read: another evaluation since then is not overwritten unseen.
  const [exhibit] = useState(now);
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [value, setValue] = useState(exhibit.evaluation ?? UNASSESSED);
  return (
    <ReasonDialog
      title={t('evaluation/changeTitle', { number: exhibit.exhibit_number })}
      help={t('evaluation/help')}
      reasonLabel={t('evaluation/reason')}
      action={t('evaluation/save')}
      danger={false}
      onClose={onClose}
      act={async (reason) =>
        queries.setQueryData(
          exhibitQuery(jit.id, exhibit.id).queryKey,
          await evaluate(exhibit, jit.id, { ...value, reason }),
        )
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.custody(jit.id, exhibit.id) });
        notifications.show({ message: t('evaluation/saved') });
        onClose();
      }}
    >
      <EvaluationFields value={value} onChange={setValue} />
    </ReasonDialog>
  );
}
