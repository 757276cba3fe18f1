/** The form of an action of the own party: objective, place, members, authorisation, and parties that see it. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { planFor, replan } from './queries/operations';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ActionView, OperationView } from '@/api/views';
import { SideDialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
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
  const form = useForm<Draft>({
    initialValues: draftOf(action, seat.code, home),
    validate: {
      objective: (value) => (value.trim() ? null : t('operations/needObjective')),
      lead: (value) => (value ? null : t('operations/needLead')),
      kind: (value, { reference }) =>
        Boolean(value.trim()) === Boolean(reference.trim()) ? null : t('operations/needWarrant'),
    },
  });
  const { zone } = form.values;
  const leads = members
    .filter(
      (one) =>
        one.party === seat.party &&
        one.state === 'seated' &&
        one.roles.some((role) => role === 'leader' || role === 'member'),
    )
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const { run, notice } = useFormMutation(form, {
    names: {
      'authorisation.kind': 'kind',
      'authorisation.reference': 'reference',
      'authorisation.valid_from': 'from',
      'authorisation.valid_until': 'until',
      'authorisation.zone': 'zone',
    },
    mutationFn: (draft: Draft) =>
      action ? replan(jit.id, day.id, action, formOf(draft)) : planFor(jit.id, day.id, formOf(draft)),
    onSuccess: () => {
      for (const queryKey of [keys.board(jit.id, day.id), keys.checks(jit.id, day.id)])
        void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <SideDialog
      onClose={onClose}
      title={action ? t('operations/changeAction', { number: action.number }) : t('operations/addAction')}
      size="44rem"
    >
      <form onSubmit={form.onSubmit((draft) => run.mutate(draft))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('operations/actionHelp')}
          </Text>
          <TextInput
            data-autofocus
            required
            label={t('operations/objective')}
            maxLength={300}
            {...form.getInputProps('objective')}
          />
          <div className={classes['pair']}>
            <Select
              required
              searchable
              label={t('operations/lead')}
              data={leads}
              {...form.getInputProps('lead')}
              value={form.values.lead || null}
              onChange={(lead: string | null) => form.setFieldValue('lead', lead ?? '')}
            />
            {LINES.map((name) => (
              <TextInput key={name} label={t(`operations/${name}`)} maxLength={300} {...form.getInputProps(name)} />
            ))}
          </div>
          {TEXTS.map((name) => (
            <Textarea
              key={name}
              autosize
              minRows={2}
              maxRows={8}
              label={t(`operations/${name}`)}
              maxLength={4000}
              {...form.getInputProps(name)}
            />
          ))}
          <fieldset className={classes['warrant']}>
            <legend>{t('operations/warrant')}</legend>
            <div className={classes['pair']}>
              <TextInput label={t('operations/warrantKind')} maxLength={300} {...form.getInputProps('kind')} />
              <TextInput
                label={t('operations/warrantReference')}
                maxLength={300}
                {...form.getInputProps('reference')}
              />
              <MomentField
                label={t('operations/validFrom')}
                value={form.values.from}
                zone={zone}
                error={form.errors['from']}
                onChange={(from) => form.setFieldValue('from', from)}
              />
              <MomentField
                label={t('operations/validUntil')}
                value={form.values.until}
                zone={zone}
                error={form.errors['until']}
                onChange={(until) => form.setFieldValue('until', until)}
              />
              <ZoneSelect
                label={t('operations/zone')}
                value={zone}
                onChange={(next) => form.setFieldValue('zone', next)}
              />
            </div>
          </fieldset>
          <div>
            <Text size="xs" fw={500} mb={4} id="action-sharing">
              {t('operations/sharing')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-labelledby="action-sharing"
              data={(['none', 'board', 'whole'] as const).map((value) => ({ value, label: t(`sharing/${value}`) }))}
              {...form.getInputProps('sharing')}
            />
          </div>
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t(action ? 'common/save' : 'operations/addAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
