/** Sets up an authenticator app: the password, the QR code with a first code, then the recovery codes. */
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Copyable } from '@/components/text/Copyable';
import { CurrentPassword } from './CurrentPassword';
import { beginAuthenticator, confirmFirstCode, secondFactorsQuery, type NewAuthenticatorView } from './queries';
import { RecoveryCodes } from './RecoveryCodes';
import classes from './Security.module.css';

/** White border of a QR code in modules (ISO/IEC 18004). */
const QUIET = 4;

export function AuthenticatorDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [app, setApp] = useState<NewAuthenticatorView | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const finish = () => {
    onClose();
    void queries.invalidateQueries({ queryKey: secondFactorsQuery().queryKey });
    void queries.invalidateQueries({ queryKey: keys.sessions() });
  };
  if (codes) return <RecoveryCodes codes={codes} onClose={finish} />;
  if (app) return <FirstCode app={app} onClose={onClose} onConfirmed={setCodes} />;
  return <Password onClose={onClose} onBegun={setApp} />;
}

function Password({ onClose, onBegun }: { onClose: () => void; onBegun: (app: NewAuthenticatorView) => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('signIn/needPassword')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ password }: { password: string }) => beginAuthenticator(password),
    onSuccess: onBegun,
  });
  return (
    <FormDialog
      title={t('security/setUpApp')}
      action={t('security/continue')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('security/appHelp')}
      </Text>
      <CurrentPassword {...form.getInputProps('password')} />
    </FormDialog>
  );
}

function FirstCode({
  app,
  onClose,
  onConfirmed,
}: {
  app: NewAuthenticatorView;
  onClose: () => void;
  onConfirmed: (codes: string[]) => void;
}) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (/^\d{6}$/.test(value.replaceAll(' ', '')) ? null : t('security/needSixDigits')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ code }: { code: string }) => confirmFirstCode(code.replaceAll(' ', '')),
    onSuccess: onConfirmed,
  });
  const width = app.modules + 2 * QUIET;
  return (
    <FormDialog
      title={t('security/setUpApp')}
      action={t('security/confirmApp')}
      pending={run.isPending}
      problem={notice}
      onClose={() => (run.isPending ? undefined : onClose())}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">{t('security/scan')}</Text>
      <svg
        className={classes['qr']}
        viewBox={`${String(-QUIET)} ${String(-QUIET)} ${String(width)} ${String(width)}`}
        role="img"
        aria-label={t('security/qr')}
        shapeRendering="crispEdges"
      >
        <path d={app.path} />
      </svg>
      <Text size="sm" component="div">
        {t('security/orType')} <Copyable whole value={app.secret} label={t('security/copySecret')} />
      </Text>
      <TextInput
        data-autofocus
        required
        label={t('security/firstCode')}
        description={t('security/firstCodeHelp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        maw="12rem"
        classNames={{ input: 'mono' }}
        {...form.getInputProps('code')}
      />
    </FormDialog>
  );
}
