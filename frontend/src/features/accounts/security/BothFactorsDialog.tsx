/** Asks for password and code before the authenticator app is removed or its recovery codes are replaced. */
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { CurrentPassword } from './CurrentPassword';
import { passkeysQuery, removeApp, renewCodes, secondFactorsQuery, type BothFactors } from './queries';
import { RecoveryCodes } from './RecoveryCodes';

export function BothFactorsDialog({ act, onClose }: { act: 'remove' | 'renew'; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);
  const passkeys = useQuery(passkeysQuery());
  const coded = (passkeys.data?.items ?? []).length === 0;
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: {
      password: (value) => (value ? null : t('signIn/needPassword')),
      code: (value) => (!coded || value.trim().length >= 6 ? null : t('signIn/needCode')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: async (entered: { password: string; code: string }) => {
      const body: BothFactors = { password: entered.password, code: coded ? entered.code.trim() : null };
      if (act === 'renew') return renewCodes(body);
      await removeApp(body);
      return null;
    },
    onSuccess: async (renewed) => {
      if (renewed) setCodes(renewed);
      else {
        onClose();
        notifications.show({ message: t('security/appRemoved') });
      }
      await queries.invalidateQueries({ queryKey: secondFactorsQuery().queryKey });
    },
  });
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <FormDialog
      title={t(`security/${act}`)}
      action={t(`security/${act}`)}
      pending={run.isPending}
      problem={notice}
      danger={act === 'remove'}
      onClose={onClose}
      onSubmit={form.onSubmit((entered) => run.mutate(entered))}
    >
      <Text size="sm" c="dimmed">
        {t(`security/${act}Help`)}
      </Text>
      <CurrentPassword {...form.getInputProps('password')} />
      {coded ? (
        <TextInput
          required
          label={t('signIn/code')}
          description={t('signIn/codeHelp')}
          autoComplete="one-time-code"
          maxLength={40}
          classNames={{ input: 'mono' }}
          {...form.getInputProps('code')}
        />
      ) : null}
    </FormDialog>
  );
}
