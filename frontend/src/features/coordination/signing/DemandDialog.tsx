/** Which decisions one's party signs from now on. */
import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { demandSignatures, SCOPES } from './queries';
import { useTeam } from '@/api/team';
import type { SigningDemandView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';

export function DemandDialog({ stands, onClose }: { stands: SigningDemandView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { scope: stands.scope },
    validate: { scope: (value) => (value === stands.scope ? t('signing/same') : null) },
  });
  return (
    <ReasonDialog
      title={t('signing/changeTitle')}
      help={t('signing/changeHelp')}
      reasonLabel={t('common/reason')}
      action={t('signing/change')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => demandSignatures(jit.id, stands, { ...form.getValues(), reason })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.signingDemands(jit.id) });
        notifications.show({ message: t('signing/changed') });
        onClose();
      }}
    >
      <Radio.Group label={t('signing/choose')} {...form.getInputProps('scope')}>
        <Stack gap={6} mt={4}>
          {SCOPES.map((one) => (
            <Radio key={one} size="xs" value={one} label={t(`signing/scope/${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
