/** The deconfliction list, as far as the party may see it. */
import { Button, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lift, protectedQuery, protectFrom } from './queries/operations';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { OperationView, ProtectedForm, ProtectedView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Words } from '@/components/text/Words';
import classes from './Operations.module.css';

const KINDS = ['person', 'place', 'account'] as const;

export function ProtectedPanel({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const queries = useQueryClient();
  const entries = useQuery(protectedQuery(jit.id, day.id));
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<ProtectedView | null>(null);
  const done = () => {
    void queries.invalidateQueries({ queryKey: keys.protected(jit.id, day.id) });
    setAdding(false);
    setLifting(null);
  };
  return (
    <Panel
      title={t('operations/protected')}
      term="deconfliction"
      aside={
        day.may.plan && jit.state === 'operational' ? (
          <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            {t('operations/protect')}
          </Button>
        ) : null
      }
    >
      <p className={classes['help']}>{t('operations/protectedHelp')}</p>
      <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />
      {entries.data?.items.length === 0 ? <p className="dim">{t('operations/noProtected')}</p> : null}
      <ul className={classes['lines']}>
        {entries.data?.items.map((one) => (
          <li key={one.id} className={classes['protected']} data-lifted={one.lifted_at ? true : undefined}>
            <PartyTag name={partyName(one.party)} />
            <span>
              <strong>
                {t(`protectedKind/${one.kind}`)}
                {t('common/colon')}
                <Words of={one} name="subject">
                  {one.subject}
                </Words>
              </strong>{' '}
              {one.lifted_at ? <span className={classes['verify']}>{t('operations/lifted')}</span> : null}
              <span className={classes['why']}>
                {one.lifted_reason ?? (
                  <Words of={one} name="reason">
                    {one.reason}
                  </Words>
                )}
              </span>
              <span className="dim">
                {one.told.length > 0
                  ? t('operations/toldNames', { parties: one.told.join(', ') })
                  : t('operations/toldNobody')}
              </span>
            </span>
            {day.may.plan && one.party === seat.party && !one.lifted_at ? (
              <Button size="compact-xs" variant="subtle" onClick={() => setLifting(one)}>
                {t('operations/lift')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? <Adding day={day} onClose={() => setAdding(false)} onDone={done} /> : null}
      {lifting ? (
        <ReasonDialog
          title={t('operations/liftTitle', { subject: lifting.subject })}
          help={t('operations/liftHelp')}
          reasonLabel={t('common/reason')}
          action={t('operations/lift')}
          danger={false}
          onClose={() => setLifting(null)}
          act={(reason) => lift(jit.id, day.id, lifting.id, reason)}
          onDone={done}
        />
      ) : null}
    </Panel>
  );
}

function Adding({ day, onClose, onDone }: { day: OperationView; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const form = useForm<Pick<ProtectedForm, 'kind' | 'subject'> & { told: string[] }>({
    initialValues: { kind: 'person', subject: '', told: [] },
    validate: { subject: (value) => (value.trim() ? null : t('operations/needSubject')) },
  });
  const others = day.parties
    .filter(({ party }) => party !== seat.party)
    .map(({ party }) => ({ value: party, label: `${partyName(party)} (${party})` }));
  return (
    <ReasonDialog
      title={t('operations/protect')}
      help={t('operations/protectedHelp')}
      reasonLabel={t('operations/because')}
      action={t('operations/protect')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => {
        const { subject, ...chosen } = form.getValues();
        return protectFrom(jit.id, day.id, { ...chosen, subject: subject.trim(), reason });
      }}
      onDone={onDone}
    >
      <Stack gap="sm">
        <Select
          label={t('operations/kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`protectedKind/${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput required label={t('operations/subject')} maxLength={300} {...form.getInputProps('subject')} />
        {day.state === 'draft' ? (
          <Text size="sm" className="dim">
            {t('operations/toldLater')}
          </Text>
        ) : (
          <MultiSelect
            label={t('operations/told')}
            description={form.values.told.length === 0 ? t('operations/toldNobody') : null}
            data={others}
            {...form.getInputProps('told')}
          />
        )}
      </Stack>
    </ReasonDialog>
  );
}
