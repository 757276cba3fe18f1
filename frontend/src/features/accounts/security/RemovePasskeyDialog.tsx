/** Removes a passkey, after the password. */
import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { removePasskey, type PasskeyView } from '@/features/accounts/passkeys';
import { CurrentPassword } from './CurrentPassword';
import { passkeysQuery, secondFactorsQuery } from './queries';

export function RemovePasskeyDialog({ passkey, onClose }: { passkey: PasskeyView; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('signIn/needPassword')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ password }: { password: string }) => removePasskey(passkey.id, password),
    onSuccess: async () => {
      onClose();
      notifications.show({ message: t('security/passkeyRemoved') });
      await queries.invalidateQueries({ queryKey: passkeysQuery().queryKey });
      await queries.invalidateQueries({ queryKey: secondFactorsQuery().queryKey });
    },
  });
  return (
    <FormDialog
      title={t('security/removePasskey', { name: passkey.name })}
      action={t('security/removeShort')}
      pending={run.isPending}
      problem={notice}
      danger
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('security/removePasskeyHelp')}
      </Text>
      <CurrentPassword {...form.getInputProps('password')} />
    </FormDialog>
  );
}
