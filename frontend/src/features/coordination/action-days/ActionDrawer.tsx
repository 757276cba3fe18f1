/** Planning an action of one's own party, and changing one: what, where, who, on which authorisation, and who sees it. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { planFor, replan } from './queries/operations';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ActionView, OperationView } from '@/api/views';
import { SideDialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { draftOf, formOf, LINES, TEXTS, type Draft } from './actionDraft';
import { MomentField } from './list/MomentField';
import { ZoneSelect } from '@/components/fields/ZoneSelect';
import classes from './Operations.module.css';

type Props = { day: OperationView; action?: ActionView; onClose: () => void };

export function ActionDrawer({ day, action, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, seat, members, parties } = useTeam();
  const queries = useQueryClient();
  const home = parties.find(({ code }) => code === seat.party)?.time_zone ?? 'UTC';
  const [draft, setDraft] = useState<Draft>(() => draftOf(action, seat.code, home));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const form = formOf(draft);
  const half = Boolean(draft.kind.trim()) !== Boolean(draft.reference.trim());
  const ready = Boolean(form.objective && form.lead && !half);
  const leads = members
    .filter(
      (one) =>
        one.party === seat.party &&
        one.state === 'seated' &&
        one.roles.some((role) => role === 'leader' || role === 'member'),
    )
    .map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  const save = useMutation({
    mutationFn: () => (action ? replan(jit.id, day.id, action, form) : planFor(jit.id, day.id, form)),
    onSuccess: () => {
      for (const queryKey of [keys.board(jit.id, day.id), keys.checks(jit.id, day.id)])
        void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (ready) save.mutate();
  };
  return (
    <SideDialog
      onClose={onClose}
      title={action ? t('operations/changeAction', { number: action.number }) : t('operations/addAction')}
      size="44rem"
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('operations/actionHelp')}
          </Text>
          <TextInput
            data-autofocus
            required
            label={t('operations/objective')}
            value={draft.objective}
            maxLength={300}
            error={tried && !form.objective ? t('operations/needObjective') : null}
            onChange={(event) => set({ objective: event.currentTarget.value })}
          />
          <div className={classes['pair']}>
            <Select
              required
              searchable
              label={t('operations/lead')}
              value={draft.lead || null}
              data={leads}
              error={tried && !draft.lead ? t('operations/needLead') : null}
              onChange={(lead) => set({ lead: lead ?? '' })}
            />
            {LINES.map((name) => (
              <TextInput
                key={name}
                label={t(`operations/${name}`)}
                value={draft[name]}
                maxLength={300}
                onChange={(event) => set({ [name]: event.currentTarget.value })}
              />
            ))}
          </div>
          {TEXTS.map((name) => (
            <Textarea
              key={name}
              autosize
              minRows={2}
              maxRows={8}
              label={t(`operations/${name}`)}
              value={draft[name]}
              maxLength={4000}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
            />
          ))}
          <fieldset className={classes['warrant']}>
            <legend>{t('operations/warrant')}</legend>
            <div className={classes['pair']}>
              <TextInput
                label={t('operations/warrantKind')}
                value={draft.kind}
                maxLength={300}
                error={tried && half ? t('operations/needWarrant') : null}
                onChange={(event) => set({ kind: event.currentTarget.value })}
              />
              <TextInput
                label={t('operations/warrantReference')}
                value={draft.reference}
                maxLength={300}
                onChange={(event) => set({ reference: event.currentTarget.value })}
              />
              <MomentField
                label={t('operations/validFrom')}
                value={draft.from}
                zone={draft.zone}
                onChange={(from) => set({ from })}
              />
              <MomentField
                label={t('operations/validUntil')}
                value={draft.until}
                zone={draft.zone}
                onChange={(until) => set({ until })}
              />
              <ZoneSelect label={t('operations/zone')} value={draft.zone} onChange={(zone) => set({ zone })} />
            </div>
          </fieldset>
          <div>
            <Text size="xs" fw={500} mb={4} id="action-sharing">
              {t('operations/sharing')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-labelledby="action-sharing"
              value={draft.sharing}
              onChange={(sharing) => set({ sharing })}
              data={(['none', 'board', 'whole'] as const).map((value) => ({ value, label: t(`sharing/${value}`) }))}
            />
          </div>
          <ProblemNotice error={save.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(action ? 'common/save' : 'operations/addAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
