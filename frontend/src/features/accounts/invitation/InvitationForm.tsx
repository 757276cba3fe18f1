/** An invited person creates an account with the one-time code, and is signed in. */
import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accept } from '@/features/teams/founding/queries';
import { forget } from '@/api/forget';
import { Problem } from '@/api/problem';
import { useLocale } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from './Invitation.module.css';

export function InvitationForm() {
  const { t, i18n } = useTranslation();
  const { zone } = useLocale();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { code: '', email: '', password: '' },
    validate: {
      code: (value) => (value.trim() ? null : t('invitation/needCode')),
      email: (value) => (value.trim() ? null : t('invitation/needEmail')),
      password: (value) => (value ? null : t('invitation/needPassword')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ code, email, password }: { code: string; email: string; password: string }) =>
      accept({
        code: code.trim(),
        email: email.trim(),
        password,
        locale: i18n.language,
        time_zone: zone,
      }),
    onError: (error) => {
      if (error instanceof Problem && error.fields.some(({ field }) => field === 'code'))
        form.setFieldError('code', t('invitation/codeWrong'));
    },
    onSuccess: async (seat) => {
      forget(queries);
      if (seat) await navigate({ to: '/jits/$jit', params: { jit: seat.jit }, replace: true });
      else await navigate({ to: '/teams', replace: true });
    },
  });
  return (
    <main className={classes['page']}>
      <form className={classes['panel']} onSubmit={form.onSubmit((entered) => run.mutate(entered))} noValidate>
        <Stack gap="sm">
          <Title order={1}>{t('invitation/title')}</Title>
          <Text size="sm" c="dimmed">
            {t('invitation/help')}
          </Text>
          <TextInput
            autoFocus
            required
            label={t('invitation/code')}
            description={t('invitation/codeHelp')}
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: 'mono' }}
            {...form.getInputProps('code')}
          />
          <TextInput
            required
            type="email"
            label={t('invitation/email')}
            description={t('invitation/emailHelp')}
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            required
            label={t('invitation/password')}
            description={t('invitation/passwordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn/showPassword') }}
            {...form.getInputProps('password')}
          />
          <ProblemNotice error={notice} />
          <Button type="submit" loading={run.isPending}>
            {t('invitation/create')}
          </Button>
          <Notice>
            {t('invitation/hasAccount')}{' '}
            <Link to="/sign-in" search={{ next: '/teams' }}>
              {t('signIn/title')}
            </Link>
          </Notice>
        </Stack>
      </form>
    </main>
  );
}
