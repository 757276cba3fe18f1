/** An administrator adds a party that joined the agreement. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { add } from '@/features/teams/founding/queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { draftOf, partyFaults, partyForm, type PartyDraft } from '@/features/teams/parties/draft';
import { PartyFields } from '@/features/teams/parties/PartyFields';
import { PlaceSelect } from '@/features/teams/parties/PlaceSelect';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function AddPartyDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { jit, parties } = useTeam();
  const queries = useQueryClient();
  const form = useForm<{ party: PartyDraft | null }>({
    initialValues: { party: null },
    validate: ({ party }) =>
      party
        ? Object.fromEntries(Object.entries(partyFaults(party, 'party')).map(([name, fault]) => [name, t(fault)]))
        : { party: t('founding/needParty') },
  });
  const { party } = form.values;
  const run = useMutation({
    mutationFn: (draft: PartyDraft) => add(jit.id, partyForm(draft)),
    onSuccess: async (added) => {
      await queries.invalidateQueries({ queryKey: keys.parties(jit.id) });
      notifications.show({ message: t('founding/added', { name: added.name }) });
      onClose();
    },
  });
  const submit = form.onSubmit((entered) => {
    if (entered.party) run.mutate(entered.party);
  });
  return (
    <Dialog onClose={onClose} title={t('founding/addTitle')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('founding/addHelp')}
          </Text>
          <PlaceSelect
            taken={parties.map(({ code }) => code)}
            onChoose={(place) => {
              form.clearErrors();
              form.setFieldValue('party', draftOf(place, i18n.language, t('founding/nationalMember')));
            }}
          />
          {party ? (
            <>
              <Text fw={600}>
                {party.name}{' '}
                <span className="dim">
                  {party.code} · {t(`founding/${party.kind}`)}
                </span>
              </Text>
              <PartyFields party={party} place="party" form={form} />
            </>
          ) : null}
          {form.errors['party'] ? (
            <Text size="sm" c="red" role="alert">
              {form.errors['party']}
            </Text>
          ) : null}
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('founding/addParty')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
