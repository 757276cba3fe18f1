/** Naming a key of one's party: the commands that make a pair, and the public one, pasted. The private one never comes here. */
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { nameKey } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useKeysChanged } from './useKeysChanged';
import classes from './Signing.module.css';

const COMMANDS =
  'openssl genpkey -algorithm ed25519 -out key.pem\nopenssl pkey -in key.pem -pubout -out public.pem\nopenssl pkey -pubin -in public.pem -outform DER | sha256sum';

export function NameKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useKeysChanged();
  const form = useForm({
    initialValues: { name: '', public_key: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('signing/needCalled')),
      public_key: (value) => (value.trim() ? null : t('signing/needPem')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: typeof form.values) =>
      nameKey(jit.id, { name: values.name.trim(), public_key: values.public_key.trim() }),
    onSuccess: () => {
      changed();
      notifications.show({ message: t('signing/named') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('signing/nameTitle')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('signing/nameHelp')}</Text>
          <pre className={classes['code']} tabIndex={0} aria-label={t('signing/commands')}>
            {COMMANDS}
          </pre>
          <TextInput
            data-autofocus
            required
            maxLength={60}
            label={t('signing/called')}
            description={t('signing/calledHelp')}
            {...form.getInputProps('name')}
          />
          <Textarea
            required
            autosize
            minRows={3}
            maxLength={2000}
            label={t('signing/pem')}
            placeholder="-----BEGIN PUBLIC KEY-----"
            {...form.getInputProps('public_key')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('signing/name')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
