/** Exculpatory flags of an exhibit and the originator's decisions. They are never removed. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exhibitFlagsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { FlagView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { useMemberName } from '@/components/text/useMemberName';
import { visible } from '@/lib/visible';
import { DecideDialog } from './DecideDialog';
import classes from './Flags.module.css';

export function FlagsPanel({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch } = useQuery(exhibitFlagsQuery(jit.id, evidence));
  const [deciding, setDeciding] = useState<FlagView | null>(null);
  const rows = data?.items ?? [];
  if (rows.length === 0 && !error) return null;
  return (
    <Panel title={t('flags/title')} term="exculpatory" flush aside={rows.length}>
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      <ul className={classes['list']}>
        {rows.map((one) => (
          <Row key={one.id} one={one} onDecide={() => setDeciding(one)} />
        ))}
      </ul>
      {deciding ? <DecideDialog one={deciding} onClose={() => setDeciding(null)} /> : null}
    </Panel>
  );
}

function Row({ one, onDecide }: { one: FlagView; onDecide: () => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const nameOf = useMemberName();
  return (
    <li className={classes['row']}>
      <PartyTag name={partyName(one.party)} />
      <div className={classes['what']}>
        <div className={classes['words']}>{visible(one.exonerates)}</div>
        <div className="dim">
          {t('flags/by', { seat: nameOf(one.seat) })} <TwoTimes at={one.flagged_at} other={one.party} />
        </div>
        {one.decision === null ? (
          <div className={classes['waits']}>{t('flags/waits', { party: partyName(one.originator) })}</div>
        ) : (
          <>
            <div className={classes['words']}>
              <strong>{t(`flagDecision/${one.decision}`)}</strong>: {one.because}
            </div>
            {one.decided_at ? (
              <div className="dim">
                {t('flags/decided', { seat: nameOf(one.decided_by ?? '') })}{' '}
                <TwoTimes at={one.decided_at} other={one.originator} />
              </div>
            ) : null}
          </>
        )}
        {one.may_decide ? (
          <Button size="xs" mt={6} onClick={onDecide}>
            {t('flags/decide')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
