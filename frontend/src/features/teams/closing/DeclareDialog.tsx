/** An administrator declares that the team is closed, as a clause says: every party agrees first. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { declareIt, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useDone } from './done';

export function DeclareDialog({ of, onClose }: { of: ClosingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const done = useDone(jit.id, onClose);
  const form = useForm({
    initialValues: { clause: '' },
    validate: { clause: (value) => (value.trim() ? null : t('phases/needClause')) },
  });
  return (
    <ReasonDialog
      title={t('closing/declare')}
      help={t('closing/declareHelp')}
      reasonLabel={t('phases/why')}
      action={t('closing/declare')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => declareIt(jit.id, of, form.values.clause.trim(), reason)}
      onDone={() => done(t('closing/declared'))}
    >
      <TextInput required label={t('phases/clause')} maxLength={300} {...form.getInputProps('clause')} />
    </ReasonDialog>
  );
}
