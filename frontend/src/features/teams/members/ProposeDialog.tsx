/** The coordinator proposes a seat; the one-time code of a party's first leader is shown here and never again. */
import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { propose } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ProposedView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useWord } from '@/i18n/useWord';
import { CodeDialog } from './CodeDialog';
import { defaultsFor, faultsOf, formOf, FUNCTIONS, ROLES, WHOLE, type Draft } from './proposal';

export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [done, setDone] = useState<ProposedView | null>(null);
  const run = useMutation({
    mutationFn: (draft: Draft) => propose(jit.id, formOf(draft)),
    onSuccess: async (seat) => {
      await queries.invalidateQueries({ queryKey: keys.members(jit.id) });
      if (seat.one_time_code) {
        setDone(seat);
        return;
      }
      notifications.show({ title: t('members/done', { code: seat.code }), message: t('members/doneHelp') });
      onClose();
    },
  });
  if (done?.one_time_code)
    return (
      <CodeDialog
        title={t('members/codeTitle', { code: done.code })}
        help={t('members/codeHelp', { email: done.email })}
        code={done.one_time_code}
        onClose={onClose}
      />
    );
  return (
    <Dialog onClose={onClose} title={t('members/propose')} size="lg">
      <Fields busy={run.isPending} error={run.error} onSend={run.mutate} onClose={onClose} />
    </Dialog>
  );
}

function Fields({
  busy,
  error,
  onSend,
  onClose,
}: {
  busy: boolean;
  error: unknown;
  onSend: (draft: Draft) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { parties, seat } = useTeam();
  const word = useWord();
  const form = useForm<Draft>({
    initialValues: {
      ...defaultsFor(parties.find(({ code }) => code === seat.party) ?? parties[0]),
      email: '',
      name: '',
      function: 'judicial',
    },
    validate: (draft) => Object.fromEntries(Object.entries(faultsOf(draft)).map(([name, fault]) => [name, t(fault)])),
  });
  const party = parties.find(({ code }) => code === form.values.party);
  return (
    <form onSubmit={form.onSubmit(onSend)} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('members/proposeHelp')}
        </Text>
        <Select
          label={t('members/party')}
          allowDeselect={false}
          data={[
            ...parties.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
            { value: WHOLE, label: `${t('members/noParty')} · ${word('role', 'auditor')}` },
          ]}
          {...form.getInputProps('party')}
          onChange={(code) => form.setValues(defaultsFor(parties.find((one) => one.code === code)))}
        />
        {party ? (
          <Select
            label={t('members/authority')}
            allowDeselect={false}
            data={party.authorities.map(({ code, name }) => ({ value: code, label: name }))}
            {...form.getInputProps('authority')}
          />
        ) : null}
        <TextInput data-autofocus type="email" label={t('members/email')} {...form.getInputProps('email')} />
        <TextInput
          label={t('members/name')}
          description={t('members/nameHelp')}
          maxLength={300}
          {...form.getInputProps('name')}
        />
        {party ? (
          <MultiSelect
            label={t('members/roles')}
            data={ROLES.map((role) => ({ value: role, label: word('role', role) }))}
            {...form.getInputProps('roles')}
          />
        ) : null}
        <Select
          label={t('members/function')}
          allowDeselect={false}
          data={FUNCTIONS.map((one) => ({ value: one, label: t(`members/${one}`) }))}
          {...form.getInputProps('function')}
        />
        <ProblemNotice error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('members/propose')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
