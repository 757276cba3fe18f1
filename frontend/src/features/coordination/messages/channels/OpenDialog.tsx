/** Creates a channel for the whole team or for some parties. Its parties never change. */
import { Button, Checkbox, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { open } from '@/features/coordination/messages/queries';
import { keys } from '@/api/queries';
import { gated, useTeam } from '@/api/team';
import type { ChannelForm, ChannelView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { NotOffered } from '@/components/sharing/NotOffered';

export function OpenDialog({ onClose, onDone }: { onClose: () => void; onDone: (channel: ChannelView) => void }) {
  const { t } = useTranslation();
  const { jit, seat, parties } = useTeam();
  const queries = useQueryClient();
  const within = parties.filter(({ code, status }) => status === 'active' && !gated(parties, code));
  const form = useForm({
    initialValues: { name: '', forWhom: 'some', others: [] as string[], service: false },
    validate: { name: (value) => (value.trim() ? null : t('messages/needName')) },
    transformValues: ({ name, forWhom, others, service }): ChannelForm => {
      const whole = forWhom === 'whole';
      const some = [...(seat.party ? [seat.party] : []), ...others];
      return { name: name.trim(), whole, parties: whole ? [] : some, service };
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (body: ChannelForm) => open(jit.id, body),
    onSuccess: async (channel) => {
      await queries.invalidateQueries({ queryKey: keys.channels(jit.id) });
      notifications.show({ message: t('messages/opened', { name: channel.name }) });
      onDone(channel);
    },
  });
  return (
    <Dialog onClose={onClose} title={t('messages/open')} size="lg">
      <form onSubmit={form.onSubmit((body) => run.mutate(body))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('messages/stays')}</Text>
          <TextInput
            data-autofocus
            required
            size="xs"
            label={t('messages/name')}
            description={t('messages/nameHelp')}
            maxLength={300}
            {...form.getInputProps('name')}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('messages/forWhom')}
            data={[
              { value: 'some', label: t('messages/some') },
              { value: 'whole', label: t('messages/whole') },
            ]}
            {...form.getInputProps('forWhom')}
          />
          {form.values.forWhom === 'whole' ? (
            <Text size="sm">{t('messages/wholeHelp')}</Text>
          ) : (
            <MultiSelect
              searchable
              size="xs"
              label={t('messages/some')}
              description={t('messages/yours')}
              data={within
                .filter(({ code }) => code !== seat.party)
                .map((one) => ({ value: one.code, label: one.name }))}
              {...form.getInputProps('others')}
            />
          )}
          <NotOffered />
          <Checkbox
            size="xs"
            label={t('messages/service')}
            description={t('messages/serviceHelp')}
            {...form.getInputProps('service', { type: 'checkbox' })}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('messages/create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
