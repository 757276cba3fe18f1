/** The second leader confirms a release or recall: shows it again before it takes effect. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirm } from './queries';
import { useTeam } from '@/api/team';
import type { WaitingReleaseView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { conditionsOf } from '@/components/sharing/terms';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';

export function ConfirmDialog({
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
  const recall = wish.level === 'none';
  const run = useMutation({ mutationFn: () => confirm(jit.id, wish), onSuccess: onDone });
  return (
    <Dialog
      onClose={onClose}
      title={t(recall ? 'fourEyes/confirmRecallTitle' : 'fourEyes/confirmTitle', { party })}
      size="lg"
    >
      <Stack gap="sm">
        <Text size="sm">
          {recall
            ? t('fourEyes/confirmRecallHelp', { party, seat: nameOf(wish.wanted_by), reason: wish.reason ?? '' })
            : t('fourEyes/confirmHelp', { seat: nameOf(wish.wanted_by) })}
        </Text>
        {recall ? null : (
          <Text size="sm">
            <strong>{t(`level/${wish.level}`)}</strong>
            {[...conditionsOf(wish, { t, zone, locale }), wish.basis].filter(Boolean).map((one) => ` · ${one ?? ''}`)}
          </Text>
        )}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button
            data-autofocus
            loading={run.isPending}
            {...(recall ? { color: 'red' } : {})}
            onClick={() => run.mutate()}
          >
            {t(recall ? 'fourEyes/confirmRecall' : 'fourEyes/confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
