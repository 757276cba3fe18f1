/** Naming the witness of one's party: its key and address, and the ledger's own key for whoever runs it. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { logKeyQuery, name } from './queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { Copyable } from '@/components/text/Copyable';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function NameWitness({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const log = useQuery(logKeyQuery(jit.id));
  const [vkey, setVkey] = useState('');
  const [url, setUrl] = useState('');
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: () => name(jit.id, { vkey: vkey.trim(), url: url.trim() }),
    onSuccess: () => {
      for (const queryKey of [keys.witnesses(jit.id), keys.situation(jit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('witnesses/named') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (vkey.trim() && url.trim()) run.mutate();
  };
  const needed = (value: string) => (tried && !value.trim() ? t('witnesses/needBoth') : null);
  return (
    <Dialog onClose={onClose} size="lg" title={t('witnesses/nameTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('witnesses/nameHelp')}</Text>
          {log.data ? (
            <Text size="sm" component="div">
              {t('witnesses/logKey')}
              {t('common/colon')}
              <Copyable value={log.data} whole label={t('witnesses/logKey')} />
            </Text>
          ) : null}
          <TextInput
            data-autofocus
            required
            maxLength={400}
            label={t('witnesses/vkey')}
            description={t('witnesses/vkeyHelp')}
            value={vkey}
            error={needed(vkey)}
            onChange={(event) => setVkey(event.currentTarget.value)}
          />
          <TextInput
            required
            maxLength={300}
            label={t('witnesses/url')}
            description={t('witnesses/urlHelp')}
            placeholder="https://"
            value={url}
            error={needed(url)}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('witnesses/name')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
