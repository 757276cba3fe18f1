/** A person sets a new password with the one-time code of a recovery, and then signs in with it. */
import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { setNewPassword } from './queries';
import classes from '@/features/accounts/invitation/Invitation.module.css';

export function RecoveryForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { code: '', email: '', password: '' },
    validate: {
      code: (value) => (value.trim() ? null : t('recoveryForm/needCode')),
      email: (value) => (value.trim() ? null : t('recoveryForm/needEmail')),
      password: (value) => (value ? null : t('recoveryForm/needPassword')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ code, email, password }: { code: string; email: string; password: string }) =>
      setNewPassword({ code: code.trim(), email: email.trim(), password }),
    onSuccess: async () => {
      notifications.show({ message: t('recoveryForm/done') });
      await navigate({ to: '/sign-in', replace: true });
    },
  });
  return (
    <main className={classes['page']}>
      <form className={classes['panel']} onSubmit={form.onSubmit((entered) => run.mutate(entered))} noValidate>
        <Stack gap="sm">
          <Title order={1}>{t('recoveryForm/title')}</Title>
          <Text size="sm" c="dimmed">
            {t('recoveryForm/help')}
          </Text>
          <TextInput
            autoFocus
            required
            label={t('recoveryForm/code')}
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: 'mono' }}
            {...form.getInputProps('code')}
          />
          <TextInput
            required
            type="email"
            label={t('recoveryForm/email')}
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            required
            label={t('recoveryForm/password')}
            description={t('recoveryForm/passwordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn/showPassword') }}
            {...form.getInputProps('password')}
          />
          <ProblemNotice error={notice} />
          <Button type="submit" loading={run.isPending}>
            {t('recoveryForm/submit')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
