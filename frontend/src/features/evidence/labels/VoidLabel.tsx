/** A second look before a lost label is void for good. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { voidLabel, type BlankLabelView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function VoidLabel({ label, onClose }: { label: BlankLabelView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const { code } = label;
  const done = () => {
    void queries.invalidateQueries({ queryKey: keys.blankLabels(jit.id) });
    notifications.show({ message: t('labels/didVoid', { code }) });
    onClose();
  };
  return (
    <ReasonDialog
      title={t('labels/voidTitle', { code })}
      help={t('labels/voidHelp')}
      reasonLabel={t('labels/voidWhy')}
      action={t('labels/void')}
      confirm={t('labels/voidSure')}
      onClose={onClose}
      act={(reason) => voidLabel(jit.id, label, reason)}
      onDone={done}
    />
  );
}
