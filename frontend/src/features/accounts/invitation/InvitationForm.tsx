/** An invited person creates an account with the one-time code, and is signed in. */
import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { accept } from '@/features/teams/founding/queries';
import { forget } from '@/api/forget';
import { Problem } from '@/api/problem';
import { useLocale } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from './Invitation.module.css';

export function InvitationForm() {
  const { t, i18n } = useTranslation();
  const { zone } = useLocale();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [entered, setEntered] = useState({ code: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: () =>
      accept({
        code: entered.code.trim(),
        email: entered.email.trim(),
        password: entered.password,
        locale: i18n.language,
        time_zone: zone,
      }),
    onSuccess: async (seat) => {
      forget(queries);
      if (seat) await navigate({ to: '/jits/$jit', params: { jit: seat.jit }, replace: true });
      else await navigate({ to: '/teams', replace: true });
    },
  });
  const fault = run.error instanceof Problem && run.error.status === 422 ? run.error.fields[0] : undefined;
  const said = (field: 'code' | 'email' | 'password', needed: string) => {
    if (tried && !entered[field].trim()) return needed;
    return fault?.field === field ? (field === 'code' ? t('invitation/codeWrong') : fault.message) : null;
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (entered.code.trim() && entered.email.trim() && entered.password) run.mutate();
  };
  return (
    <main className={classes['page']}>
      <form className={classes['panel']} onSubmit={submit} noValidate>
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
            value={entered.code}
            error={said('code', t('invitation/needCode'))}
            onChange={(event) => setEntered({ ...entered, code: event.currentTarget.value })}
          />
          <TextInput
            required
            type="email"
            label={t('invitation/email')}
            description={t('invitation/emailHelp')}
            autoComplete="username"
            value={entered.email}
            error={said('email', t('invitation/needEmail'))}
            onChange={(event) => setEntered({ ...entered, email: event.currentTarget.value })}
          />
          <PasswordInput
            required
            label={t('invitation/password')}
            description={t('invitation/passwordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn/showPassword') }}
            value={entered.password}
            error={said('password', t('invitation/needPassword'))}
            onChange={(event) => setEntered({ ...entered, password: event.currentTarget.value })}
          />
          {fault && ['code', 'email', 'password'].includes(fault.field) ? null : <ProblemNotice error={run.error} />}
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
