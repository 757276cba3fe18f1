import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { exportBundle } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { useProblemWords } from '@/components/useProblemWords';

/** Asks for a bundle; it is built in the background. */
export function useExport() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (evidence: string | null) => exportBundle(jit.id, evidence ? { evidence } : null),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.exports(jit.id) });
      notifications.show({ title: t('exports/started'), message: t('exports/startedHelp') });
    },
    onError: (error) => notifications.show({ color: 'red', title: t('problem/title'), message: words(error) }),
  });
}
