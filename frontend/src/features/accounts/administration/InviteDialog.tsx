/** Invites a person to create an account; the one-time code is shown here and never again. */
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { IssuedCode } from './IssuedCode';
import { administrationKey, invite, type AccountInvitationForm } from './queries';

const ADDRESS = /^[^@\s]+@[^@\s]+$/;

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { email: '', name: '', may_found: false },
    validate: {
      email: (value) => (ADDRESS.test(value.trim()) ? null : t('administration/needEmail')),
      name: (value) => (value.trim() ? null : t('administration/needName')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (body: AccountInvitationForm) => invite(body),
    onSuccess: () => queries.invalidateQueries({ queryKey: administrationKey }),
  });
  if (run.data) return <IssuedCode issued={run.data} onClose={onClose} />;
  const send = form.onSubmit(({ email, name, may_found }) =>
    run.mutate({ email: email.trim(), name: name.trim(), may_found }),
  );
  return (
    <Dialog onClose={onClose} title={t('administration/invite')}>
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('administration/inviteHelp')}
          </Text>
          <TextInput
            data-autofocus
            required
            label={t('administration/personName')}
            maxLength={300}
            {...form.getInputProps('name')}
          />
          <TextInput required type="email" label={t('administration/email')} {...form.getInputProps('email')} />
          <Checkbox
            label={t('administration/mayFound')}
            description={t('administration/mayFoundHelp')}
            {...form.getInputProps('may_found', { type: 'checkbox' })}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('administration/invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
