/** Naming the witness of one's party: its key and address, and the ledger's own key for whoever runs it. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { logKeyQuery, name } from './queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { Copyable } from '@/components/text/Copyable';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function NameWitness({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const log = useQuery(logKeyQuery(jit.id));
  const need = (value: string) => (value.trim() ? null : t('witnesses/needBoth'));
  const form = useForm({ initialValues: { vkey: '', url: '' }, validate: { vkey: need, url: need } });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ vkey, url }: typeof form.values) => name(jit.id, { vkey: vkey.trim(), url: url.trim() }),
    onSuccess: () => {
      for (const queryKey of [keys.witnesses(jit.id), keys.situation(jit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('witnesses/named') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('witnesses/nameTitle')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
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
            {...form.getInputProps('vkey')}
          />
          <TextInput
            required
            maxLength={300}
            label={t('witnesses/url')}
            description={t('witnesses/urlHelp')}
            placeholder="https://"
            {...form.getInputProps('url')}
          />
          <ProblemNotice error={notice} />
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
