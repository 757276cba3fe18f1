/** An administrator suspends a party or lets it take part again, as a clause of the agreement says. */
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { resumeParty, suspendParty } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function PartyDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, members } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { clause: '' },
    validate: { clause: (value) => (value.trim() ? null : t('members/needClause')) },
  });
  const act = party.status === 'active' ? 'suspendParty' : 'resumeParty';
  const seats = members.filter((one) => one.party === party.code && one.state === 'seated').length;
  return (
    <ReasonDialog
      title={t(`members/${act}Title`, { party: party.name })}
      help={t(`members/${act}Help`, { party: party.name })}
      reasonLabel={t('members/partyWhy')}
      action={t(`members/${act}`)}
      danger={act === 'suspendParty'}
      onClose={onClose}
      fields={form}
      act={(reason) =>
        (act === 'suspendParty' ? suspendParty : resumeParty)(jit.id, party, form.values.clause.trim(), reason)
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.parties(jit.id) });
        notifications.show({ message: t(`members/${act}Done`, { party: party.name }) });
        onClose();
      }}
    >
      {act === 'suspendParty' ? <Text size="sm">{t('members/seatsStop', { count: seats })}</Text> : null}
      <TextInput required label={t('members/clause')} maxLength={300} {...form.getInputProps('clause')} />
    </ReasonDialog>
  );
}
