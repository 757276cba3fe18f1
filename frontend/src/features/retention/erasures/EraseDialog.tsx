/** Erases an exhibit permanently, confirmed by typing its number. With the two-person rule a second leader confirms. */
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fourEyesQuery } from '@/features/sharing/access/queries';
import { erase } from '@/features/retention/periods/queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import type { Subject } from '@/features/retention/periods/subject';
import { useDecided } from '@/features/retention/periods/useDecided';

export function EraseDialog({ of, onClose }: { of: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const decided = useDecided(of.id);
  const form = useForm({
    initialValues: { confirmation: '' },
    validate: { confirmation: (typed) => (typed.trim() === of.number ? null : t('retention/needNumber')) },
  });
  const byTwo = useQuery(fourEyesQuery(jit.id)).data?.acts.includes('erase') ?? false;
  return (
    <ReasonDialog
      title={t('retention/eraseTitle', { number: of.number })}
      help={t('retention/eraseHelp')}
      reasonLabel={t('retention/eraseReason')}
      action={t(byTwo ? 'erasureWish/want' : 'retention/eraseNow')}
      fields={form}
      onClose={onClose}
      act={(reason) => erase(jit.id, of, { confirmation: form.getValues().confirmation.trim(), reason })}
      onDone={() => {
        decided(t(byTwo ? 'erasureWish/wanted' : 'retention/erasing', { number: of.number }));
        onClose();
      }}
    >
      {byTwo ? <Text size="sm">{t('erasureWish/waits')}</Text> : null}
      <TextInput
        required
        label={t('retention/typeNumber', { number: of.number })}
        classNames={{ input: 'mono' }}
        autoComplete="off"
        {...form.getInputProps('confirmation')}
      />
    </ReasonDialog>
  );
}
