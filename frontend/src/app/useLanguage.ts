import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMe } from '@/api/actions';
import { meQuery } from '@/api/queries';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { i18next, speak, type Language } from '@/i18n';

/** Changes the language of the page and of the account, so that it applies on every device. */
export function useLanguage(): { choose: (language: Language) => void; saving: boolean } {
  const queries = useQueryClient();
  const words = useProblemWords();
  const save = useMutation({
    mutationFn: (language: Language) => changeMe({ locale: language }),
    onSuccess: async (me, language) => {
      queries.setQueryData(meQuery().queryKey, me);
      await speak(language);
    },
    onError: async (error) =>
      (await import('@mantine/notifications')).notifications.show({
        color: 'red',
        title: i18next.t('problem/title'),
        message: words(error),
      }),
  });
  return { choose: save.mutate, saving: save.isPending };
}
