import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { retireRule, type AccessRuleView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function RetireDialog({ rule, onClose }: { rule: AccessRuleView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t('rules/retireTitle', { code: rule.code })}
      help={t('rules/retireHelp')}
      reasonLabel={t('rules/reason')}
      action={t('rules/retire')}
      onClose={onClose}
      act={(reason) => retireRule(jit.id, rule, reason)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.accessRules(jit.id) });
        notifications.show({ title: t('rules/retired', { code: rule.code }), message: t('rules/savedHelp') });
        onClose();
      }}
    />
  );
}
