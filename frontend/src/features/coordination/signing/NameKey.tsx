/** Naming a key of one's party: the commands that make a pair, and the public one, pasted. The private one never comes here. */
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameKey } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useKeysChanged } from './useKeysChanged';
import classes from './Signing.module.css';

const COMMANDS =
  'openssl genpkey -algorithm ed25519 -out key.pem\nopenssl pkey -in key.pem -pubout -out public.pem\nopenssl pkey -pubin -in public.pem -outform DER | sha256sum';

export function NameKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useKeysChanged();
  const [called, setCalled] = useState('');
  const [pem, setPem] = useState('');
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: () => nameKey(jit.id, { name: called.trim(), public_key: pem.trim() }),
    onSuccess: () => {
      changed();
      notifications.show({ message: t('signing/named') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (called.trim() && pem.trim()) run.mutate();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t('signing/nameTitle')}>
      <form onSubmit={submit} noValidate>
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
            value={called}
            error={tried && !called.trim() ? t('signing/needCalled') : null}
            onChange={(event) => setCalled(event.currentTarget.value)}
          />
          <Textarea
            required
            autosize
            minRows={3}
            maxLength={2000}
            label={t('signing/pem')}
            placeholder="-----BEGIN PUBLIC KEY-----"
            value={pem}
            error={tried && !pem.trim() ? t('signing/needPem') : null}
            onChange={(event) => setPem(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
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
