/** Values that changed after requests, hearings or assessments relied on them, and what a leader decides. */
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import classes from '@/features/requests/request/Request.module.css';
import { changedValuesQuery, decide, type ChangedUseView } from './queries';
import { useChangedValue } from './useChangedValue';

type Deciding = { one: ChangedUseView; decision: 'recomputed' | 'kept' };

/** `request`: only what changed for this request. Nothing is shown without any. */
export function ChangedValuesPanel({ request }: { request?: string }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const queries = useQueryClient();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const list = useQuery({ ...changedValuesQuery(jit.id, request), enabled: may('requests:release') });
  const reload = () => {
    for (const queryKey of keys.requests(jit.id)) void queries.invalidateQueries({ queryKey });
  };
  const run = useMutation({
    mutationFn: (one: ChangedUseView) => decide(jit.id, one, { decision: 'acknowledged' }),
    onSettled: reload,
  });
  const found = list.data?.items ?? [];
  if (found.length === 0) return null;
  return (
    <Panel title={t('changedValues/title')}>
      <p className={classes['none']}>{t('changedValues/help')}</p>
      <ProblemNotice error={run.error} />
      <ul className={classes['list']}>
        {found.map((one) => (
          <li key={one.id} className={classes['line']}>
            <ChangedValue one={one} named={request === undefined} />
            <Acts
              one={one}
              acknowledging={run.isPending && run.variables.id === one.id}
              onAcknowledge={() => run.mutate(one)}
              onDecide={setDeciding}
            />
          </li>
        ))}
      </ul>
      {deciding ? (
        <ReasonDialog
          title={t(deciding.decision === 'kept' ? 'changedValues/keep' : 'changedValues/recompute')}
          help={t(deciding.decision === 'kept' ? 'changedValues/keepHelp' : 'changedValues/recomputeHelp')}
          reasonLabel={t('common/reason')}
          action={t(deciding.decision === 'kept' ? 'changedValues/keep' : 'changedValues/recompute')}
          danger={false}
          onClose={() => setDeciding(null)}
          act={(reason) => decide(jit.id, deciding.one, { decision: deciding.decision, reason })}
          onDone={() => {
            reload();
            setDeciding(null);
          }}
        />
      ) : null}
    </Panel>
  );
}

type ActsProps = {
  one: ChangedUseView;
  acknowledging: boolean;
  onAcknowledge: () => void;
  onDecide: (deciding: Deciding) => void;
};

/** What a leader does: decides about a deadline, acknowledges the change, or goes to the hearing or the exhibit. */
function Acts({ one, acknowledging, onAcknowledge, onDecide }: ActsProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const small = { size: 'compact-xs', variant: 'default' } as const;
  if (one.court_hearing) {
    const params = { jit: jit.id, hearing: one.court_hearing };
    return (
      <Button {...small} renderRoot={(props) => <Link to="/jits/$jit/hearings/$hearing" params={params} {...props} />}>
        {t('changedValues/openHearing')}
      </Button>
    );
  }
  if (one.evidence) {
    const params = { jit: jit.id, evidence: one.evidence };
    return (
      <Button {...small} renderRoot={(props) => <Link to="/jits/$jit/evidence/$evidence" params={params} {...props} />}>
        {t('changedValues/openExhibit')}
      </Button>
    );
  }
  if (one.purpose !== 'deadline')
    return (
      <Button {...small} loading={acknowledging} onClick={onAcknowledge}>
        {t('changedValues/acknowledge')}
      </Button>
    );
  return (
    <Group gap={6}>
      <Button {...small} onClick={() => onDecide({ one, decision: 'recomputed' })}>
        {t('changedValues/recompute')}
      </Button>
      <Button {...small} onClick={() => onDecide({ one, decision: 'kept' })}>
        {t('changedValues/keep')}
      </Button>
    </Group>
  );
}

/** The value, what was relied on, and what it is now. `named`: the request is named too. */
function ChangedValue({ one, named }: { one: ChangedUseView; named: boolean }) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const { name, text } = useChangedValue(one);
  return (
    <div>
      {one.request === null ? <div>{visible(one.title ?? '')}</div> : null}
      {named && one.request ? (
        <Link
          to="/jits/$jit/requests/$request"
          params={{ jit: jit.id, request: one.request }}
          className={classes['link'] ?? ''}
        >
          {one.number} {one.title ? visible(one.title) : null}
        </Link>
      ) : null}
      <div>
        {name} · {t(`usePurpose/${one.purpose}`)}
        {one.due_at ? ` · ${t('changedValues/due', { when: fullTime(one.due_at, zone, locale) })}` : null}
      </div>
      <div className={classes['small']}>
        {t('changedValues/former')}: {text(one.value)}
      </div>
      <div className={classes['small']}>
        {t('changedValues/now')}: {text(one.new_value)} (
        {one.source ? visible(one.source) : t('changedValues/noSource')})
      </div>
      <div className={classes['small']}>
        {t('changedValues/changed')}: {fullTime(one.changed_at, zone, locale)}
      </div>
    </div>
  );
}
