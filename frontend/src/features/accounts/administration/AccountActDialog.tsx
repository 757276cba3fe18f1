/** Asks for confirmation before an act of an operator, and says what will happen. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { act, administrationKey, type AccountAct, type ManagedAccountView } from './queries';

type Props = { what: AccountAct; on: ManagedAccountView; onClose: () => void };

export function AccountActDialog({ what, on, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = visible(on.name);
  const run = useMutation({
    mutationFn: () => act(on, what),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: administrationKey });
      notifications.show({ message: t('administration/done', { name }) });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t(`administration/${what}Title`, { name })}>
      <Stack gap="sm">
        <Text size="sm">{t(`administration/${what}Help`)}</Text>
        <Text size="sm" c="dimmed">
          {on.email}
        </Text>
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button
            data-autofocus
            {...(what === 'disable' ? { color: 'red' } : {})}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t(`administration/${what}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
