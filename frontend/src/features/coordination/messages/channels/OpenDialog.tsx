/** A channel is opened: for whom, which never changes, and who cannot be of it. */
import { Button, Checkbox, Group, Modal, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { open } from '@/features/coordination/messages/queries';
import { keys } from '@/api/queries';
import { gated, useTeam } from '@/api/team';
import type { ChannelView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function OpenDialog({ onClose, onDone }: { onClose: () => void; onDone: (channel: ChannelView) => void }) {
  const { t } = useTranslation();
  const { jit, seat, parties } = useTeam();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [whole, setWhole] = useState(false);
  const [others, setOthers] = useState<string[]>([]);
  const [service, setService] = useState(false);
  const [tried, setTried] = useState(false);
  const within = parties.filter(({ code, status }) => status === 'active' && !gated(parties, code));
  const beyond = parties.filter(({ code, status }) => status === 'active' && gated(parties, code));
  const run = useMutation({
    mutationFn: () =>
      open(jit.id, {
        name: name.trim(),
        whole,
        parties: whole ? [] : [...(seat.party ? [seat.party] : []), ...others],
        service,
      }),
    onSuccess: async (channel) => {
      await queries.invalidateQueries({ queryKey: keys.channels(jit.id) });
      notifications.show({ message: t('messages/opened', { name: channel.name }) });
      onDone(channel);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim()) run.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('messages/open')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common/close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('messages/stays')}</Text>
          <TextInput
            data-autofocus
            required
            size="xs"
            label={t('messages/name')}
            description={t('messages/nameHelp')}
            maxLength={300}
            value={name}
            error={tried && !name.trim() ? t('messages/needName') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('messages/forWhom')}
            value={whole ? 'whole' : 'some'}
            onChange={(value) => setWhole(value === 'whole')}
            data={[
              { value: 'some', label: t('messages/some') },
              { value: 'whole', label: t('messages/whole') },
            ]}
          />
          {whole ? (
            <Text size="sm">{t('messages/wholeHelp')}</Text>
          ) : (
            <MultiSelect
              searchable
              size="xs"
              label={t('messages/some')}
              description={t('messages/yours')}
              value={others}
              onChange={setOthers}
              data={within
                .filter(({ code }) => code !== seat.party)
                .map((one) => ({ value: one.code, label: one.name }))}
            />
          )}
          {beyond.length > 0 ? (
            <Notice>{t('messages/beyond', { parties: beyond.map((one) => one.name).join(', ') })}</Notice>
          ) : null}
          <Checkbox
            size="xs"
            label={t('messages/service')}
            description={t('messages/serviceHelp')}
            checked={service}
            onChange={(event) => setService(event.currentTarget.checked)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('messages/open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
