/** A legal hold: which court wants the exhibit kept, under which number, and why. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { hold } from './queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { explained } from '@/components/help/explained';
import type { Subject } from './subject';
import { useDecided } from './useDecided';

export function HoldDialog({ of, onClose }: { of: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const decided = useDecided(of.id);
  const needed = (value: string) => (value.trim() ? null : t('retention/needField'));
  const form = useForm({
    initialValues: { court: '', file_number: '' },
    validate: { court: needed, file_number: needed },
  });
  return (
    <ReasonDialog
      title={t('retention/holdTitle', { number: of.number })}
      help={t('retention/holdHelp')}
      reasonLabel={t('retention/holdReason')}
      action={t('retention/holdNow')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => {
        const { court, file_number: number } = form.getValues();
        return hold(jit.id, of.id, { court: court.trim(), file_number: number.trim(), reason });
      }}
      onDone={() => {
        decided(t('retention/held', { number: of.number }));
        onClose();
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          required
          label={t('retention/court')}
          {...explained('hold')}
          maxLength={300}
          {...form.getInputProps('court')}
        />
        <TextInput required label={t('retention/fileNumber')} maxLength={300} {...form.getInputProps('file_number')} />
      </SimpleGrid>
    </ReasonDialog>
  );
}
