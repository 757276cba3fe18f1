/** Changes the password of the account; all other sessions and tokens end. */
import { PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { changePassword } from './queries';

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { current: '', new: '', again: '' },
    validate: {
      current: (value) => (value ? null : t('signIn/needPassword')),
      new: (value) => (value ? null : t('security/needNew')),
      again: (value, values) => (value === values.new ? null : t('security/notTheSame')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: typeof form.values) => changePassword({ current: values.current, new: values.new }),
    onSuccess: async () => {
      onClose();
      notifications.show({ message: t('security/passwordChanged') });
      await queries.invalidateQueries({ queryKey: keys.sessions() });
    },
  });
  const toggle = { 'aria-label': t('signIn/showPassword') };
  return (
    <FormDialog
      title={t('security/changePassword')}
      action={t('security/changePassword')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('security/changePasswordHelp')}
      </Text>
      <PasswordInput
        data-autofocus
        required
        label={t('security/currentPassword')}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('current')}
      />
      <PasswordInput
        required
        label={t('security/newPassword')}
        description={t('setup/passwordHelp')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('new')}
      />
      <PasswordInput
        required
        label={t('security/again')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('again')}
      />
    </FormDialog>
  );
}
