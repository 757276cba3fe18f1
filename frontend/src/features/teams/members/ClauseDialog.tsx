/** An administrator enters what the agreement says of a party that leaves. */
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeOnLeaving, BECOMES, type LeavingClauseForm } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type Becomes = LeavingClauseForm['contributed'];

export function ClauseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties } = useTeam();
  const [party, setParty] = useState('');
  const [contributed, setContributed] = useState<Becomes>('stay');
  const [received, setReceived] = useState<Becomes>('stay');
  const [clause, setClause] = useState('');
  const [tried, setTried] = useState(false);
  const whose = parties.find((one) => one.code === party)?.name ?? t('leaving/theParty');
  const run = useMutation({
    mutationFn: () => agreeOnLeaving(jit.id, { party: party || null, contributed, received, clause: clause.trim() }),
    onSuccess: () => {
      notifications.show({ message: t('leaving/agreed') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (clause.trim()) run.mutate();
  };
  const pick = (value: string | null): Becomes => BECOMES.find((one) => one === value) ?? 'stay';
  return (
    <Dialog onClose={onClose} title={t('leaving/agreeTitle')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('leaving/agreeHelp')}</Text>
          <Select
            label={t('leaving/forWhom')}
            allowDeselect={false}
            data={[
              { value: '', label: t('leaving/anyParty') },
              ...parties.filter((one) => one.status !== 'left').map((one) => ({ value: one.code, label: one.name })),
            ]}
            value={party}
            onChange={(value) => setParty(value ?? '')}
          />
          <Select
            label={t('leaving/contributed')}
            description={t(`leavingContributed/${contributed}`, { party: whose })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={BECOMES.map((value) => ({ value, label: t(`becomes/${value}`) }))}
            value={contributed}
            onChange={(value) => setContributed(pick(value))}
          />
          <Select
            label={t('leaving/received')}
            description={t(`leavingReceived/${received}`, { party: whose })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={BECOMES.map((value) => ({ value, label: t(`becomes/${value}`) }))}
            value={received}
            onChange={(value) => setReceived(pick(value))}
          />
          <TextInput
            required
            label={t('members/clause')}
            maxLength={300}
            value={clause}
            error={tried && !clause.trim() ? t('members/needClause') : null}
            onChange={(event) => setClause(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('leaving/agreeNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
