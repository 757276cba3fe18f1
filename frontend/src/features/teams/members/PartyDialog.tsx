/** A leader proposes to suspend a party, or an administrator resumes it, as a clause of the agreement says. */
import { Checkbox, Text, TextInput } from '@mantine/core';
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
    initialValues: { clause: '', atOnce: false },
    validate: { clause: (value) => (value.trim() ? null : t('members/needClause')) },
  });
  const act = party.status === 'active' ? 'suspendParty' : 'resumeParty';
  const proposes = act === 'suspendParty' && !form.values.atOnce;
  const seats = members.filter((one) => one.party === party.code && one.state === 'seated').length;
  return (
    <ReasonDialog
      title={t(`members/${act}Title`, { party: party.name })}
      help={t(`members/${act}Help`, { party: party.name })}
      reasonLabel={t('members/partyWhy')}
      action={t(proposes ? 'members/proposeSuspension' : `members/${act}`)}
      danger={act === 'suspendParty'}
      onClose={onClose}
      fields={form}
      act={(reason) =>
        act === 'suspendParty'
          ? suspendParty(jit.id, party, form.values.clause.trim(), reason, form.values.atOnce)
          : resumeParty(jit.id, party, form.values.clause.trim(), reason)
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.parties(jit.id) });
        notifications.show({
          message: t(proposes ? 'members/suspensionProposed' : `members/${act}Done`, { party: party.name }),
        });
        onClose();
      }}
    >
      {act === 'suspendParty' ? (
        <>
          <Text size="sm">{t('members/suspensionVotes')}</Text>
          <Checkbox
            label={t('members/atOnce')}
            description={t('members/atOnceHelp')}
            {...form.getInputProps('atOnce', { type: 'checkbox' })}
          />
          {form.values.atOnce ? <Text size="sm">{t('members/seatsStop', { count: seats })}</Text> : null}
        </>
      ) : null}
      <TextInput required label={t('members/clause')} maxLength={300} {...form.getInputProps('clause')} />
    </ReasonDialog>
  );
}
