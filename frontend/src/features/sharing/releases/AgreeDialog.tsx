/** A joint originator agrees to the decision of another one: shows it again before it takes effect. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agreeTo } from './queries';
import { useTeam } from '@/api/team';
import type { WaitingReleaseView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { conditionsOf } from '@/components/sharing/terms';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';

export function AgreeDialog({
  wish,
  onClose,
  onDone,
}: {
  wish: WaitingReleaseView;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { jit, partyName, zone, locale } = useTeam();
  const nameOf = useMemberName();
  const party = partyName(wish.party);
  const run = useMutation({ mutationFn: () => agreeTo(jit.id, wish), onSuccess: onDone });
  const what = wish.court_use ? t('joint/court') : wish.level === 'none' ? '' : t(`level/${wish.level}`);
  return (
    <Dialog
      onClose={onClose}
      title={t(wish.court_use ? 'joint/agreeCourtTitle' : 'joint/agreeTitle', { party })}
      size="lg"
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('joint/agreeHelp', { seat: nameOf(wish.wanted_by), keeper: partyName(wish.originator) })}
        </Text>
        <Text size="sm">
          <strong>{what}</strong>
          {[...conditionsOf(wish, { t, zone, locale }), wish.court_use ? null : wish.basis]
            .filter(Boolean)
            .map((one) => ` · ${one ?? ''}`)}
        </Text>
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
            {t('joint/agree')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
