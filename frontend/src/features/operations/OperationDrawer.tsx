/** Planning an action day, and changing one. */
import { Button, Drawer, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDay, operationQuery, plan } from '@/api/operations';
import { keys } from '@/api/queries';
import { gated, useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { ProblemNotice } from '@/components/ProblemNotice';
import { localOf, momentIn } from '@/lib/moment';
import { MomentField } from './MomentField';
import { ZoneSelect } from '@/components/ZoneSelect';
import classes from './Operations.module.css';

type Props = { day?: OperationView; onClose: () => void; onDone: (day: OperationView) => void };

export function OperationDrawer({ day, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const team = useTeam();
  const { jit, parties } = team;
  const queries = useQueryClient();
  const [title, setTitle] = useState(day?.title ?? '');
  const [kind, setKind] = useState(day?.kind ?? 'real');
  const [zone, setZone] = useState(day?.h_zone ?? team.zone);
  const [hour, setHour] = useState(() => localOf(day?.h_at ?? null, zone));
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const taking = new Set(day?.parties.map(({ party }) => party));
  const choices = parties.filter((one) => one.status === 'active' && !gated(parties, one.code) && !taking.has(one.code)).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  const { at } = momentIn(hour, zone);
  const moved = !day || at !== new Date(day.h_at).toISOString() || zone !== day.h_zone;
  const ready = Boolean(title.trim() && at && (day || chosen.length > 0));
  const save = useMutation({
    mutationFn: () => {
      const body = { title: title.trim(), kind, ...(moved ? { h_at: at, h_zone: zone } : {}), parties: chosen };
      return day ? changeDay(jit.id, day, body) : plan(jit.id, body);
    },
    onSuccess: (now) => {
      queries.setQueryData(operationQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.operations(jit.id), keys.checks(jit.id, now.id)]) void queries.invalidateQueries({ queryKey });
      onDone(now);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (ready) save.mutate();
  };
  return (
    <Drawer opened onClose={onClose} title={t(day ? 'operations/change' : 'operations/plan')} size="40rem" closeButtonProps={{ 'aria-label': t('common/close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t(day ? 'operations/changeHelp' : 'operations/draftHelp')}</Text>
          <TextInput data-autofocus required label={t('operations/name')} value={title} maxLength={300} error={tried && !title.trim() ? t('operations/needName') : null} onChange={(event) => setTitle(event.currentTarget.value)} />
          <div>
            <Text size="xs" fw={500} mb={4} id="operation-kind">{t('operations/kind')}</Text>
            <SegmentedControl size="xs" aria-labelledby="operation-kind" value={kind} onChange={setKind} data={(['real', 'rehearsal'] as const).map((value) => ({ value, label: t(`operations/${value}`) }))} />
          </div>
          <div className={classes['pair']}>
            <MomentField required label={t('operations/hour')} value={hour} zone={zone} error={tried && !hour.local ? t('operations/needHour') : null} onChange={setHour} />
            <ZoneSelect label={t('operations/zone')} value={zone} onChange={setZone} />
          </div>
          <MultiSelect required={!day} searchable label={t(day ? 'operations/join' : 'operations/parties')} description={t('operations/partiesHelp')} value={chosen} data={choices} error={tried && !day && chosen.length === 0 ? t('operations/needParties') : null} onChange={setChosen} />
          <ProblemNotice error={save.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('common/cancel')}</Button>
            <Button type="submit" loading={save.isPending}>{t(day ? 'common/save' : 'operations/plan')}</Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
