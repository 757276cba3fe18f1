/** Sign-in with a password or a passkey, and with one click in the demonstration. */
import { Button, PasswordInput, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api/actions';
import { forget } from '@/api/forget';
import { Problem } from '@/api/problem';
import { demonstrationQuery } from '@/api/queries';
import { LANGUAGES, languages, speak } from '@/i18n';
import { Notice } from '@/components/notices/Notice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { NotAnswered, passkeysWork, signInByPasskey } from '@/features/accounts/passkeys';
import { DemonstrationAccounts } from './DemonstrationAccounts';
import { StillSignedIn } from './StillSignedIn';
import { useCountdown } from './useCountdown';
import classes from './SignIn.module.css';

type Entered = { email: string; password: string; code: string };

/** `ended`: the session ran out; `still`: it could not be ended; `stopped`: uploads that were under way when somebody signed out. */
type Props = { next: string; ended: boolean; still: boolean; stopped: number };

export function SignIn({ next, ended, still, stopped }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: demonstration } = useQuery(demonstrationQuery());
  const [asked, setAsked] = useState(false);
  const form = useForm<Entered>({
    initialValues: { email: '', password: '', code: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('signIn/needEmail')),
      password: (value) => (value ? null : t('signIn/needPassword')),
      code: (value) => (!asked || value.trim().length >= 6 ? null : t('signIn/needCode')),
    },
  });
  const arrive = async () => {
    forget(queries);
    await navigate({ href: next, replace: true });
  };
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: arrive });
  const enter = useMutation({
    mutationFn: ({ email, password, code }: Entered) => signIn(email.trim(), password, code.trim()),
    onError: (error) => {
      if (error instanceof Problem && error.code === 'second-factor-needed') setAsked(true);
    },
    onMutate: () => byPasskey.reset(),
    onSuccess: arrive,
  });
  const busy = enter.isPending || byPasskey.isPending;
  const error = byPasskey.error ?? enter.error;
  const wait = useCountdown(
    error instanceof Problem && error.status === 429 ? (error.retryAfterSeconds ?? 60) : 0,
    byPasskey.error ? byPasskey.submittedAt : enter.submittedAt,
  );
  const startOver = () => {
    setAsked(false);
    form.reset();
    enter.reset();
  };
  const one = (email: string, password: string) => {
    form.setValues({ email, password });
    enter.mutate({ email, password, code: '' });
  };
  return (
    <main className={classes['page']}>
      <section className={classes['panel']}>
        <div className={classes['brand']}>
          <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden>
            <rect width="32" height="32" rx="5" fill="var(--mantine-color-petrol-8)" />
            <path d="M9 7v18h8M23 25V7h-8" fill="none" stroke="var(--mantine-color-white)" strokeWidth="3.2" />
          </svg>
          <span>{t('app/name')}</span>
        </div>
        <Text size="sm" c="dimmed">
          {t('signIn/intro')}
        </Text>
        <form onSubmit={form.onSubmit((entered) => enter.mutate(entered))} noValidate>
          <Stack gap="sm">
            <Title order={1}>{t('signIn/title')}</Title>
            {ended && !error ? <Notice tone="warn">{t('signIn/ended')}</Notice> : null}
            {/* Whoever signs in meanwhile has a session of their own, which nothing here may end. */}
            {still && !busy && !enter.isSuccess && !byPasskey.isSuccess ? <StillSignedIn /> : null}
            {stopped > 0 ? <Notice>{t('signIn/stopped', { count: stopped })}</Notice> : null}
            <Refusal error={error} wait={wait} />
            <TextInput
              label={t('signIn/email')}
              type="email"
              autoComplete="username"
              autoFocus
              readOnly={asked}
              {...form.getInputProps('email')}
            />
            {asked ? (
              <>
                <TextInput
                  label={t('signIn/code')}
                  description={t('signIn/codeHelp')}
                  autoComplete="one-time-code"
                  autoFocus
                  maxLength={40}
                  {...form.getInputProps('code')}
                />
                <Text size="xs" c="dimmed">
                  {t('signIn/lostApp')}
                </Text>
              </>
            ) : (
              <PasswordInput
                visibilityToggleButtonProps={{ 'aria-label': t('signIn/showPassword') }}
                label={t('signIn/password')}
                autoComplete="current-password"
                {...form.getInputProps('password')}
              />
            )}
            <Button type="submit" size="sm" loading={enter.isPending} disabled={wait !== null}>
              {t('signIn/submit')}
            </Button>
            {passkeysWork() ? (
              <Button
                variant="default"
                size="sm"
                leftSection={<IconKey size={16} aria-hidden />}
                loading={byPasskey.isPending}
                disabled={wait !== null}
                onClick={() => {
                  enter.reset();
                  byPasskey.mutate();
                }}
              >
                {t('signIn/byPasskey')}
              </Button>
            ) : null}
            {asked ? (
              <Button variant="subtle" size="compact-sm" onClick={startOver}>
                {t('signIn/otherAccount')}
              </Button>
            ) : null}
          </Stack>
        </form>
        <Link to="/invitation" className="exhibit-link">
          {t('invitation/link')}
        </Link>
        <div className={classes['languages']} role="group" aria-label={t('app/language')}>
          {languages.map((one) => (
            <UnstyledButton key={one} lang={one} aria-pressed={one === i18n.language} onClick={() => void speak(one)}>
              {LANGUAGES[one]}
            </UnstyledButton>
          ))}
        </div>
      </section>
      {demonstration ? (
        <DemonstrationAccounts
          accounts={demonstration.accounts}
          busy={busy}
          onChoose={(email) => one(email, demonstration.password)}
        />
      ) : null}
    </main>
  );
}

function Refusal({ error, wait }: { error: unknown; wait: string | null }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (!error) return null;
  if (error instanceof Problem && error.status === 429)
    return wait === null ? null : <Notice tone="warn">{t('signIn/throttled', { wait })}</Notice>;
  if (error instanceof Problem && error.code === 'second-factor-needed') return null;
  if (error instanceof Problem && error.code === 'wrong-second-factor')
    return <Notice tone="bad">{t('signIn/wrongCode')}</Notice>;
  if (error instanceof NotAnswered) return <Notice tone="warn">{t('signIn/noPasskeyUsed')}</Notice>;
  if (error instanceof Problem && error.code === 'wrong-passkey')
    return <Notice tone="bad">{t('signIn/wrongPasskey')}</Notice>;
  if (error instanceof Problem && (error.status === 401 || error.status === 422))
    return <Notice tone="bad">{t('signIn/wrong')}</Notice>;
  return <Notice tone="bad">{words(error)}</Notice>;
}
