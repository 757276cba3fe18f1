/** The form of an action day. */
import { Button, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDay, operationQuery, plan } from '@/features/coordination/action-days/queries/operations';
import { keys } from '@/api/queries';
import { gated, useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { isStale } from '@/api/problem';
import { SideDialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { NotOffered } from '@/components/sharing/NotOffered';
import { TwoTimes } from '@/components/text/TwoTimes';
import { EMPTY, momentIn } from '@/lib/moment';
import { changesOf, draftOf, merged, type Draft } from './dayDraft';
import { MomentField } from './MomentField';
import { ZoneSelect } from '@/components/fields/ZoneSelect';
import classes from '@/features/coordination/action-days/Operations.module.css';

type Props = { day?: OperationView; onClose: () => void; onDone: (day: OperationView) => void };

export function OperationDrawer({ day, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const team = useTeam();
  const { jit, parties } = team;
  const queries = useQueryClient();
  // The version that one changes: what a colleague moves meanwhile is refused, and shown, before it is changed back.
  const [base, setBase] = useState(day);
  const form = useForm<Draft & { parties: string[] }>({
    initialValues: {
      ...(day ? draftOf(day) : { title: '', kind: 'real', zone: team.zone, hour: EMPTY }),
      parties: [],
    },
    validate: {
      title: (value) => (value.trim() ? null : t('operations/needName')),
      hour: (value, { zone }) => {
        const { at, fault } = momentIn(value, zone);
        return at ? null : t(fault ?? 'operations/needHour');
      },
      parties: (value) => (day || value.length > 0 ? null : t('operations/needParties')),
    },
  });
  const taking = new Set(day?.parties.map(({ party }) => party));
  const choices = parties
    .filter((one) => one.status === 'active' && !gated(parties, one.code) && !taking.has(one.code))
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const { run, notice } = useFormMutation(form, {
    names: { h_at: 'hour', h_zone: 'zone' },
    mutationFn: ({ parties: added, ...mine }: typeof form.values) =>
      base
        ? changeDay(jit.id, base, { ...changesOf(base, mine), parties: added })
        : plan(jit.id, {
            title: mine.title.trim(),
            kind: mine.kind,
            h_at: momentIn(mine.hour, mine.zone).at,
            h_zone: mine.zone,
            parties: added,
          }),
    onSuccess: (now) => {
      queries.setQueryData(operationQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.operations(jit.id), keys.checks(jit.id, now.id)])
        void queries.invalidateQueries({ queryKey });
      onDone(now);
    },
    onError: async (error) => {
      if (!base || !isStale(error)) return;
      const theirs = await queries.query({ ...operationQuery(jit.id, base.id), staleTime: 0 });
      form.setValues(merged(base, theirs, form.getValues()));
      setBase(theirs);
    },
  });
  return (
    <SideDialog onClose={onClose} title={t(day ? 'operations/change' : 'operations/plan')} size="40rem">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(day ? 'operations/changeHelp' : 'operations/draftHelp')}
          </Text>
          <TextInput
            data-autofocus
            required
            label={t('operations/name')}
            maxLength={300}
            {...form.getInputProps('title')}
          />
          <div>
            <Text size="xs" fw={500} mb={4} id="operation-kind">
              {t('operations/kind')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-labelledby="operation-kind"
              data={(['real', 'rehearsal'] as const).map((value) => ({ value, label: t(`operations/${value}`) }))}
              {...form.getInputProps('kind')}
            />
          </div>
          <div className={classes['pair']}>
            <MomentField
              required
              label={t('operations/hour')}
              zone={form.values.zone}
              value={form.values.hour}
              error={form.errors['hour']}
              onChange={(hour) => form.setFieldValue('hour', hour)}
            />
            <ZoneSelect
              label={t('operations/zone')}
              value={form.values.zone}
              onChange={(zone) => form.setFieldValue('zone', zone)}
            />
          </div>
          <MultiSelect
            required={!day}
            searchable
            label={t(day ? 'operations/join' : 'operations/parties')}
            description={t('operations/partiesHelp')}
            data={choices}
            {...form.getInputProps('parties')}
          />
          <NotOffered />
          {base && isStale(run.error) ? (
            <Notice tone="warn" title={t('operations/staleTitle')}>
              <p>{t('operations/staleHelp')}</p>
              <p>
                <strong>{base.title}</strong> · {t(`operations/${base.kind}`)} ·{' '}
                <TwoTimes at={base.h_at} zone={base.h_zone} />
              </p>
            </Notice>
          ) : (
            <ProblemNotice error={notice} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t(day ? 'common/save' : 'operations/plan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
