/** The closing of the team: agreements, open obligations, and what the user can do. */
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closingQuery, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { useMemberName } from '@/components/text/useMemberName';
import { AgreeDialog } from './AgreeDialog';
import classes from './Closing.module.css';
import { CloseDialog } from './CloseDialog';
import { DeclareDialog } from './DeclareDialog';
import { WithdrawDialog } from './WithdrawDialog';

const DIALOGS = { declare: DeclareDialog, agree: AgreeDialog, withdraw: WithdrawDialog, close: CloseDialog };
const GRAVE: readonly ClosingView['may'][number][] = ['close'];

export function ClosingPanel() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch } = useQuery(closingQuery(jit.id));
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null);
  const Dialog = open ? DIALOGS[open] : null;
  if (jit.state === 'operational') return null;
  return (
    <Panel
      title={t('closing/title')}
      aside={data?.may.map((act) => (
        <Button
          key={act}
          size="compact-sm"
          variant={GRAVE.includes(act) ? 'filled' : 'default'}
          {...(GRAVE.includes(act) ? { color: 'red' } : {})}
          onClick={() => setOpen(act)}
        >
          {t(`closing/${act}`)}
        </Button>
      ))}
    >
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Standing of={data} />
      ) : error ? null : (
        <Skeleton height={48} role="status" aria-label={t('closing/asking')} />
      )}
      {data && Dialog ? <Dialog of={data} onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}

function Standing({ of }: { of: ClosingView }) {
  const { t } = useTranslation();
  const { declared } = of;
  const nameOf = useMemberName();
  if (of.state === 'closed')
    return (
      <div className={classes['whole']}>
        <Text size="sm">
          {t('closing/closedBy', { seat: nameOf(declared?.closed_by ?? ''), clause: declared?.clause ?? '' })}{' '}
          {declared?.closed_at ? <When at={declared.closed_at} form="column" /> : null}
        </Text>
        {of.position === null ? null : <Text size="sm">{t('closing/lastEntry', { position: of.position })}</Text>}
        <Agreements of={of} />
      </div>
    );
  return (
    <div className={classes['whole']}>
      <Text size="sm">
        {declared
          ? t('closing/declaredBy', {
              seat: nameOf(declared.declared_by),
              clause: declared.clause,
              reason: declared.reason,
            })
          : t('closing/help')}
      </Text>
      <Agreements of={of} />
      <Waiting of={of} />
    </div>
  );
}

function Agreements({ of }: { of: ClosingView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const nameOf = useMemberName();
  if (of.parties.length === 0) return null;
  return (
    <section aria-label={t('closing/agreements')}>
      <Text size="sm" fw={600}>
        {t('closing/agreements')}
      </Text>
      <ul className={classes['list']}>
        {of.parties.map(({ party, seat, agreed_at }) => (
          <li key={party}>
            <PartyTag name={partyName(party)} tone="plain" />
            {seat ? (
              <span>
                {t('closing/agreedBy', { seat: nameOf(seat) })}{' '}
                {agreed_at ? <When at={agreed_at} form="column" /> : null}
              </span>
            ) : (
              <span className="dim">{t('closing/notYet')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ of }: { of: ClosingView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('closing/waits')}>
      <Text size="sm" fw={600}>
        {t('closing/waits')}
      </Text>
      {of.waits.length === 0 ? (
        <Text size="sm" className="dim">
          {t('closing/nothingWaits')}
        </Text>
      ) : (
        <ul className={classes['waits']}>
          {of.waits.map(({ what, many }) => (
            <li key={what}>{t(`closingWaits/${what}`, { count: many })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
