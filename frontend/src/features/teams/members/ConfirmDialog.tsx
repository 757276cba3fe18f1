/** A leader confirms a proposed member, with the consequences. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirm } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { CodeDialog } from './CodeDialog';

export function ConfirmDialog({ one, onClose }: { one: SeatView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const word = useWord();
  const run = useMutation({
    mutationFn: () => confirm(jit.id, one),
    onError: () => queries.invalidateQueries({ queryKey: keys.members(jit.id) }),
    onSuccess: async (confirmed) => {
      if (!confirmed.one_time_code) notifications.show({ message: t('members/confirmed', { code: one.code }) });
      await Promise.all(
        [keys.members(jit.id), keys.situation(jit.id)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      if (!confirmed.one_time_code) onClose();
    },
  });
  const code = run.data?.one_time_code;
  if (code)
    return (
      <CodeDialog
        title={t('founding/inviteTitle', { name: visible(one.name) })}
        help={t('founding/inviteHelp', { address: `${location.origin}/invitation`, email: visible(one.email) })}
        code={code}
        onClose={onClose}
      />
    );
  return (
    <Dialog onClose={onClose} title={t('members/confirmTitle', { code: one.code })}>
      <Text size="sm" mb="xs">
        {t('members/confirmName')}
      </Text>
      <Text fw={600} mb="md">
        <bdi>{visible(one.name)}</bdi> <span className="dim">{visible(one.email)}</span>
      </Text>
      {one.mixed.length > 0 ? (
        <Notice tone="warn" title={t('members/mixed')}>
          {one.mixed.join(', ')}
        </Notice>
      ) : null}
      <Text size="sm" mb="md">
        {t('members/confirmHelp', {
          name: visible(one.name),
          party: one.party ? partyName(one.party) : t('members/noParty'),
          roles: one.roles.map((role) => word('role', role)).join(', '),
        })}
      </Text>
      <ProblemNotice error={run.error} />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('common/cancel')}
        </Button>
        <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
          {t('members/confirmThis')}
        </Button>
      </Group>
    </Dialog>
  );
}
