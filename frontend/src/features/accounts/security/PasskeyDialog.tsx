/** Adds a passkey: its name and the password, then the browser's own dialog; with the first one, the recovery codes. */
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { beginRegistration, NotAnswered, register } from '@/features/accounts/passkeys';
import { CurrentPassword } from './CurrentPassword';
import { passkeysQuery, secondFactorsQuery } from './queries';
import { RecoveryCodes } from './RecoveryCodes';

type Entered = { name: string; password: string };

export function PasskeyDialog({ first, onClose }: { first: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);
  const form = useForm<Entered>({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('security/needName')),
      password: (value) => (value ? null : t('signIn/needPassword')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: async ({ name, password }: Entered) => register(await beginRegistration(password), name.trim()),
    onSuccess: async ({ recovery_codes: given }) => {
      if (given.length > 0) setCodes(given);
      else {
        onClose();
        notifications.show({ message: t('security/passkeyAdded') });
      }
      const changed = [passkeysQuery().queryKey, secondFactorsQuery().queryKey, keys.sessions()];
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  // The recovery codes are shown once: the dialog stays until they came.
  const close = () => (run.isPending ? undefined : onClose());
  const unanswered = run.error instanceof NotAnswered;
  return (
    <FormDialog
      title={t('security/addPasskey')}
      action={t('security/continue')}
      pending={run.isPending}
      problem={unanswered ? null : notice}
      onClose={close}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('security/passkeyHelp')} {first ? t('security/passkeyFirst') : null}
      </Text>
      <TextInput
        data-autofocus
        required
        label={t('security/passkeyName')}
        description={t('security/passkeyNameHelp')}
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <CurrentPassword data-autofocus={undefined} {...form.getInputProps('password')} />
      {unanswered ? <Notice tone="warn">{t('security/notAnswered')}</Notice> : null}
    </FormDialog>
  );
}
