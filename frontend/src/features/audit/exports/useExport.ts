import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestBundle, type ExportForm } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';

/** Asks for a bundle; it is built in the background. */
export function useExport() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: ExportForm) => requestBundle(jit.id, form),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.exports(jit.id) });
      notifications.show({ title: t('exports/started'), message: t('exports/startedHelp') });
    },
  });
}
