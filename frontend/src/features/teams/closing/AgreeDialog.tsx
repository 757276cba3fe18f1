/** A leader agrees for the party, and to the archive that is made of it in the leader's name. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agreeToIt, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { useDone } from './done';

export function AgreeDialog({ of, onClose }: { of: ClosingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const nameOf = useMemberName();
  const done = useDone(jit.id, onClose);
  const run = useMutation({
    mutationFn: () => agreeToIt(jit.id, of.declared?.id ?? ''),
    onSuccess: () => done(t('closing/agreed')),
  });
  return (
    <Dialog onClose={onClose} title={t('closing/agree')} size="lg">
      <Stack gap="sm">
        <Text size="sm">{t('closing/agreeHelp', { party: partyName(seat.party ?? '') })}</Text>
        {of.declared ? (
          <Text size="sm">
            {t('closing/declaredBy', {
              seat: nameOf(of.declared.declared_by),
              clause: of.declared.clause,
              reason: of.declared.reason,
            })}
          </Text>
        ) : null}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
            {t('closing/agree')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
