/** The coordinator proposes a seat; the one-time code of a party's first leader is shown here and never again. */
import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { propose } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ProposedView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useWord } from '@/i18n/useWord';
import { CodeDialog } from './CodeDialog';
import { faultsOf, formOf, FUNCTIONS, ROLES, WHOLE, type Draft } from './proposal';

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
  const [draft, setDraft] = useState<Draft>({
    party: seat.party ?? parties[0]?.code ?? WHOLE,
    authority: null,
    email: '',
    name: '',
    roles: [],
    function: 'judicial',
  });
  const [tried, setTried] = useState(false);
  const faults = tried ? faultsOf(draft) : {};
  const said = (name: keyof typeof faults) => {
    const fault = faults[name];
    return fault ? t(fault) : null;
  };
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faultsOf(draft)).length === 0) onSend(draft);
  };
  const whole = draft.party === WHOLE;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('members/proposeHelp')}
        </Text>
        <Select
          label={t('members/party')}
          allowDeselect={false}
          value={draft.party}
          data={[
            ...parties.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
            { value: WHOLE, label: `${t('members/noParty')} · ${word('role', 'auditor')}` },
          ]}
          onChange={(party) => set({ party: party ?? draft.party, authority: null })}
        />
        {whole ? null : (
          <Select
            label={t('members/authority')}
            value={draft.authority}
            error={said('authority')}
            data={
              parties
                .find(({ code }) => code === draft.party)
                ?.authorities.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })) ?? []
            }
            onChange={(authority) => set({ authority })}
          />
        )}
        <TextInput
          data-autofocus
          type="email"
          label={t('members/email')}
          value={draft.email}
          error={said('email')}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          label={t('members/name')}
          description={t('members/nameHelp')}
          value={draft.name}
          error={said('name')}
          maxLength={300}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {whole ? null : (
          <MultiSelect
            label={t('members/roles')}
            value={draft.roles}
            error={said('roles')}
            data={ROLES.map((role) => ({ value: role, label: word('role', role) }))}
            onChange={(roles) => set({ roles })}
          />
        )}
        <Select
          label={t('members/function')}
          allowDeselect={false}
          value={draft.function}
          data={FUNCTIONS.map((one) => ({ value: one, label: t(`members/${one}`) }))}
          onChange={(one) => set({ function: one ?? draft.function })}
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
