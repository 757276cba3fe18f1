/** The log co-signers, the size that each has signed, and its faults; leaders add and remove those of their party. */
import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconHourglass, IconShieldCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { WitnessView } from '@/api/views';
import { remove, witnessesQuery } from './queries';
import { Copyable } from '@/components/text/Copyable';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { When } from '@/components/text/When';
import { NameWitness } from './NameWitness';
import { QuorumLine } from './QuorumLine';
import classes from './Witnesses.module.css';

export function WitnessesPanel() {
  const { t } = useTranslation();
  const { jit, seat, may } = useTeam();
  const [naming, setNaming] = useState(false);
  const [removing, setRemoving] = useState<WitnessView | null>(null);
  const { data, error, refetch } = useQuery(witnessesQuery(jit.id));
  const own = data?.items.find(({ party }) => party === seat.party);
  return (
    <Panel title={t('witnesses/title')} term="coSigner">
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height={60} aria-label={t('common/loading')} /> : null}
      {data?.items.length === 0 ? <Notice>{t('witnesses/none')}</Notice> : null}
      <ul className={classes['list']}>
        {data?.items.map((one) => (
          <Line
            key={one.id}
            witness={one}
            {...(one === own && may('witnesses:name') ? { onRemove: () => setRemoving(one) } : {})}
          />
        ))}
      </ul>
      <p className={classes['help']}>{t('witnesses/help')}</p>
      <QuorumLine />
      {data && !own && may('witnesses:name') && seat.party ? (
        <Button variant="default" size="compact-xs" onClick={() => setNaming(true)}>
          {t('witnesses/name')}
        </Button>
      ) : null}
      {naming ? <NameWitness onClose={() => setNaming(false)} /> : null}
      {removing ? <Removing witness={removing} onClose={() => setRemoving(null)} /> : null}
    </Panel>
  );
}

function Line({ witness, onRemove }: { witness: WitnessView; onRemove?: () => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const { failure, failing_since: since, size, cosigned_at: at, party } = witness;
  const state = failure === 'ahead' || failure === 'fork' ? 'alarm' : failure ? 'behind' : size > 0 ? 'well' : 'none';
  const Icon = { alarm: IconAlertTriangle, behind: IconHourglass, none: IconHourglass, well: IconShieldCheck }[state];
  return (
    <li className={classes['witness']} data-state={state}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <div className={classes['words']}>
        <span className={classes['head']}>
          <PartyTag name={partyName(party)} />{' '}
          <Copyable value={witness.vkey} head={22} tail={6} label={t('witnesses/vkey')} />
        </span>
        <span>
          {size > 0 ? t('witnesses/upTo', { entries: t('audit/entriesIn', { count: size }) }) : t('witnesses/notYet')}
          {at ? (
            <>
              , <When at={at} />
            </>
          ) : null}
        </span>
        {failure ? (
          <strong>
            {t(`witnessFailure/${failure}`)}
            {since ? (
              <>
                , {t('witnesses/since')} <When at={since} />
              </>
            ) : null}
          </strong>
        ) : null}
        {witness.counts ? null : <span className="dim">{t('witnesses/host')}</span>}
      </div>
      {onRemove ? (
        <Button variant="subtle" size="compact-xs" aria-label={t('witnesses/removeOf', { party })} onClick={onRemove}>
          {t('witnesses/remove')}
        </Button>
      ) : null}
    </li>
  );
}

function Removing({ witness, onClose }: { witness: WitnessView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t('witnesses/removeTitle')}
      help={t('witnesses/removeHelp')}
      reasonLabel={t('common/reason')}
      action={t('witnesses/remove')}
      onClose={onClose}
      act={(reason) => remove(jit.id, witness, reason)}
      onDone={() => {
        for (const queryKey of [keys.witnesses(jit.id), keys.situation(jit.id)])
          void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t('witnesses/removed') });
        onClose();
      }}
    />
  );
}
