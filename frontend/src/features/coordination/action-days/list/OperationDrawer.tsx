/** Planning an action day, and changing one. */
import { Button, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDay, operationQuery, plan } from '@/features/coordination/action-days/queries/operations';
import { keys } from '@/api/queries';
import { gated, useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { isStale } from '@/api/problem';
import { SideDialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
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
  const [mine, setMine] = useState<Draft>(() =>
    day ? draftOf(day) : { title: '', kind: 'real', zone: team.zone, hour: EMPTY },
  );
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const taking = new Set(day?.parties.map(({ party }) => party));
  const choices = parties
    .filter((one) => one.status === 'active' && !gated(parties, one.code) && !taking.has(one.code))
    .map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  const { title, kind, zone, hour } = mine;
  const set = (to: Partial<Draft>) => setMine({ ...mine, ...to });
  const { at } = momentIn(hour, zone);
  const ready = Boolean(title.trim() && at && (day || chosen.length > 0));
  const save = useMutation({
    mutationFn: () =>
      base
        ? changeDay(jit.id, base, { ...changesOf(base, mine), parties: chosen })
        : plan(jit.id, { title: title.trim(), kind, h_at: at, h_zone: zone, parties: chosen }),
    onSuccess: (now) => {
      queries.setQueryData(operationQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.operations(jit.id), keys.checks(jit.id, now.id)])
        void queries.invalidateQueries({ queryKey });
      onDone(now);
    },
    onError: async (error) => {
      if (!base || !isStale(error)) return;
      const theirs = await queries.query({ ...operationQuery(jit.id, base.id), staleTime: 0 });
      setMine((now) => merged(base, theirs, now));
      setBase(theirs);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (ready) save.mutate();
  };
  return (
    <SideDialog onClose={onClose} title={t(day ? 'operations/change' : 'operations/plan')} size="40rem">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(day ? 'operations/changeHelp' : 'operations/draftHelp')}
          </Text>
          <TextInput
            data-autofocus
            required
            label={t('operations/name')}
            value={title}
            maxLength={300}
            error={tried && !title.trim() ? t('operations/needName') : null}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <div>
            <Text size="xs" fw={500} mb={4} id="operation-kind">
              {t('operations/kind')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-labelledby="operation-kind"
              value={kind}
              onChange={(value) => set({ kind: value === 'rehearsal' ? value : 'real' })}
              data={(['real', 'rehearsal'] as const).map((value) => ({ value, label: t(`operations/${value}`) }))}
            />
          </div>
          <div className={classes['pair']}>
            <MomentField
              required
              label={t('operations/hour')}
              value={hour}
              zone={zone}
              error={tried && !hour.local ? t('operations/needHour') : null}
              onChange={(to) => set({ hour: to })}
            />
            <ZoneSelect label={t('operations/zone')} value={zone} onChange={(to) => set({ zone: to })} />
          </div>
          <MultiSelect
            required={!day}
            searchable
            label={t(day ? 'operations/join' : 'operations/parties')}
            description={t('operations/partiesHelp')}
            value={chosen}
            data={choices}
            error={tried && !day && chosen.length === 0 ? t('operations/needParties') : null}
            onChange={setChosen}
          />
          {base && isStale(save.error) ? (
            <Notice tone="warn" title={t('operations/staleTitle')}>
              <p>{t('operations/staleHelp')}</p>
              <p>
                <strong>{base.title}</strong> · {t(`operations/${base.kind}`)} ·{' '}
                <TwoTimes at={base.h_at} zone={base.h_zone} />
              </p>
            </Notice>
          ) : (
            <ProblemNotice error={save.error} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(day ? 'common/save' : 'operations/plan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
