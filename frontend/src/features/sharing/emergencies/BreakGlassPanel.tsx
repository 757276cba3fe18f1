/** Which parties may use emergency access to our exhibits: none until a leader allows it, each party by itself. */
import { Button, SegmentedControl, Stack, TextInput, Text, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowBreakGlass, breakGlassQuery } from './queries';
import { keys } from '@/api/queries';
import { gated, useTeam } from '@/api/team';
import type { BreakGlassView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Panel } from '@/components/layout/Panel';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { AccessLevel } from '@/features/sharing/releases/AccessLevel';
import classes from './Emergencies.module.css';

type Asked = { party: string; stands: BreakGlassView | undefined };

export function BreakGlassPanel() {
  const { t } = useTranslation();
  const { jit, seat, parties, may, partyName } = useTeam();
  const nameOf = useMemberName();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, refetch } = useQuery({ ...breakGlassQuery(jit.id), enabled: may('rules:read') });
  if (seat.party === null || !may('rules:read')) return null;
  const others = parties.filter(({ code }) => code !== seat.party && !gated(parties, code));
  return (
    <div className={classes['panel']}>
      <Panel title={t('emergency/allowTitle')} term="emergency" flush>
        <p className={classes['none']}>{t('emergency/allowHelp')}</p>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {data ? (
          <ul className={classes['list']}>
            {others.map(({ code }) => {
              const stands = data.items.find(({ party }) => party === code);
              return (
                <li key={code} className={classes['party']}>
                  <strong>{partyName(code)}</strong>
                  <AccessLevel
                    level={stands?.allowed ? stands.level : 'none'}
                    {...(stands?.allowed ? {} : { word: t('emergency/off') })}
                  />
                  <span className="dim">
                    {stands?.allowed ? `${stands.clause}, ${nameOf(stands.decided_by)}` : null}
                  </span>
                  {may('rules:decide') ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${t('emergency/decide')}${t('common/colon')}${partyName(code)}`}
                      onClick={() => setAsked({ party: code, stands })}
                    >
                      {t('emergency/decide')}
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        ) : null}
      </Panel>
      {asked ? <Deciding {...asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

const OFF = 'off';

function Deciding({ party, stands, onClose }: Asked & { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { level: stands?.allowed ? stands.level : OFF, clause: stands?.clause ?? '' },
    validate: { clause: (value) => (value.trim() ? null : t('emergency/needClause')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ level, clause }: typeof form.values) =>
      allowBreakGlass(jit.id, party, stands?.version ?? 0, {
        allowed: level !== OFF,
        level: level === 'held' ? 'held' : 'readable',
        clause: clause.trim(),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.breakGlass(jit.id) });
      notifications.show({ message: t('emergency/decided') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('emergency/decideTitle', { party: partyName(party) })}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('emergency/allowHelp')}</Text>
          <SegmentedControl
            size="xs"
            aria-label={t('emergency/howFar')}
            data={[
              { value: OFF, label: t('emergency/off') },
              { value: 'readable', label: t('level/readable') },
              { value: 'held', label: t('level/held') },
            ]}
            {...form.getInputProps('level')}
          />
          <TextInput
            required
            data-autofocus
            label={t('emergency/clause')}
            maxLength={300}
            {...form.getInputProps('clause')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('emergency/decideNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
