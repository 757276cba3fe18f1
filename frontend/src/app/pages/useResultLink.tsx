/**
 * Links an exhibit to the result of an action. A failure is reported with a way to retry: the exhibit already exists.
 */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { linkResult } from '@/features/coordination/action-days/queries/aftermath';
import { onOtherOwner } from '@/api/owner';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView, ResultView } from '@/api/views';
import { useProblemWords } from '@/components/notices/useProblemWords';

/** Notifications about failed links. They are removed when another user signs in. */
const said = new Set<string>();
onOtherOwner(() => {
  for (const id of said) notifications.hide(id);
  said.clear();
  return 0;
});

/** Links after the screen has closed, too: registration leads to the screen of the exhibit. */
export function useResultLink(operation: string): (result: ResultView, exhibit: EvidenceView) => void {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const words = useProblemWords();
  const tie = async (result: ResultView, exhibit: EvidenceView): Promise<void> => {
    const id = `untied-${exhibit.id}`;
    const number = exhibit.exhibit_number;
    try {
      await linkResult(jit.id, operation, result, exhibit.id);
      void queries.invalidateQueries({ queryKey: keys.results(jit.id, operation) });
    } catch (error) {
      const again = () => {
        notifications.hide(id);
        void tie(result, exhibit);
      };
      said.add(id);
      // Until somebody closes it: who makes an exhibit of the result again would register the thing twice.
      notifications.show({
        id,
        color: 'red',
        autoClose: false,
        title: t('aftermath/untied', { number }),
        message: (
          <Group justify="space-between" gap="xs">
            <span>
              {words(error)} {t('aftermath/untiedHelp', { number })}
            </span>
            <Button size="compact-xs" variant="default" onClick={again}>
              {t('aftermath/tie')}
            </Button>
          </Group>
        ),
      });
    }
  };
  return (result, exhibit) => void tie(result, exhibit);
}
