/** An administrator moves the team to its trial phase, or takes the operation up again, as a clause of the agreement says. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveTo } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function PhaseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const team = useTeam();
  // The phase as the user read it: a colleague's change since then is not reversed unseen.
  const [jit] = useState(team.jit);
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { clause: '' },
    validate: { clause: (value) => (value.trim() ? null : t('phases/needClause')) },
  });
  const ends = jit.state === 'operational';
  return (
    <ReasonDialog
      title={t(ends ? 'phases/move' : 'phases/back')}
      help={t(ends ? 'phases/moveHelp' : 'phases/backHelp')}
      reasonLabel={t('phases/why')}
      action={t(ends ? 'phases/move' : 'phases/back')}
      danger={ends}
      fields={form}
      onClose={onClose}
      act={(reason) => moveTo(jit, ends ? 'trial' : 'operational', form.values.clause.trim(), reason)}
      onDone={() => {
        for (const key of [keys.me(), keys.jits(), keys.teams()]) void queries.invalidateQueries({ queryKey: key });
        notifications.show({ message: t('phases/moved') });
        onClose();
      }}
    >
      <TextInput required label={t('phases/clause')} maxLength={300} {...form.getInputProps('clause')} />
    </ReasonDialog>
  );
}
