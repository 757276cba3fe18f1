/** The dialog that asks for a passkey or a code of the authenticator app. Cancelling leaves the act undone. */
import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { NotAnswered, passkeysWork } from '@/features/accounts/passkeys';
import { challengeFor, prove, type ActKind } from './proof';

type Props = { kind: string; onDone: (proved: boolean) => void };

export function StepUpDialog({ kind, onDone }: Props) {
  const { t } = useTranslation();
  const act = kind as ActKind;
  const { data, error } = useQuery({ queryKey: ['step-up', kind], queryFn: () => challengeFor(act), gcTime: 0 });
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim().length >= 6 ? null : t('signIn/needCode')) },
  });
  const byCode = useFormMutation(form, {
    mutationFn: ({ code }: { code: string }) => prove(act, code.trim()),
    onSuccess: () => onDone(true),
  });
  const byPasskey = useMutation({ mutationFn: () => prove(act, null), onSuccess: () => onDone(true) });
  const unanswered = byPasskey.error instanceof NotAnswered;
  const passkey = data?.challenge !== null && passkeysWork();
  const usePasskey = (
    <Button variant="default" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
      {t('stepUp/passkey')}
    </Button>
  );
  return (
    <FormDialog
      title={t('stepUp/title')}
      action={t(data && !data.app ? 'stepUp/passkey' : 'stepUp/confirm')}
      pending={byCode.run.isPending || (data?.app === false && byPasskey.isPending)}
      problem={error ?? byCode.notice ?? (unanswered ? null : byPasskey.error)}
      onClose={() => onDone(false)}
      onSubmit={(event) => {
        event.preventDefault();
        if (data?.app) form.onSubmit((values) => byCode.run.mutate(values))(event);
        else if (passkey) byPasskey.mutate();
      }}
    >
      <Text size="sm">
        {t('stepUp/help')} {t(`stepUp/kinds/${act}`)}.
      </Text>
      {data || error ? null : <Skeleton height={64} aria-label={t('common/loading')} />}
      {data?.app ? (
        <TextInput
          data-autofocus
          required
          label={t('stepUp/code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={40}
          classNames={{ input: 'mono' }}
          {...form.getInputProps('code')}
        />
      ) : null}
      {data?.app && passkey ? usePasskey : null}
      {data && !data.app && !passkey ? <Notice tone="warn">{t('stepUp/notHere')}</Notice> : null}
      {unanswered ? <Notice tone="warn">{t('stepUp/notAnswered')}</Notice> : null}
    </FormDialog>
  );
}
