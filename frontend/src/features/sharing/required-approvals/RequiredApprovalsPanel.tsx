/** Approvals that the own party requires before it shares or sends an exhibit or legal request. No other party sees them. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequiredApprovalView } from '@/api/generated/types.gen';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { StateTag } from '@/components/text/StateTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { LiftDialog } from './LiftDialog';
import { requiredApprovalsQuery, type Subject } from './queries';
import { RequireDialog } from './RequireDialog';
import classes from './RequiredApprovals.module.css';

/**
 * `owners`: the parties that obtained the exhibit or made the request. `open`: whether it can still be shared or sent.
 * `compact`: nothing without an approval in force or lifted.
 */
type Props = {
  subject: Subject;
  number: string;
  owners: readonly string[];
  open: boolean;
  compact?: boolean;
};

export function RequiredApprovalsPanel({ subject, number, owners, open, compact = false }: Props) {
  const { t } = useTranslation();
  const { jit, seat, may } = useTeam();
  const enabled = seat.party !== null && owners.includes(seat.party) && may('releases:read');
  const { data, error, refetch } = useQuery({ ...requiredApprovalsQuery(jit.id, subject), enabled });
  const [requiring, setRequiring] = useState(false);
  const [lifting, setLifting] = useState<RequiredApprovalView | null>(null);
  const rows = data?.items ?? [];
  const grants = may('releases:grant');
  if (!enabled || (rows.length === 0 && !error && !(grants && open && !compact))) return null;
  const inForce = rows.filter(({ lifted_at: at }) => at === null);
  return (
    <Panel
      title={t('requiredApprovals/title')}
      flush
      aside={
        grants && open ? (
          <Button size="compact-sm" variant="default" onClick={() => setRequiring(true)}>
            {t('requiredApprovals/require')}
          </Button>
        ) : null
      }
    >
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {data && rows.length === 0 ? <p className={classes['pad']}>{t('requiredApprovals/none')}</p> : null}
      <ul className={classes['list']} aria-label={t('requiredApprovals/title')}>
        {rows.map((one) => (
          <Row key={one.id} one={one} onLift={grants ? () => setLifting(one) : null} />
        ))}
      </ul>
      {requiring ? <RequireDialog subject={subject} number={number} onClose={() => setRequiring(false)} /> : null}
      {lifting ? (
        <LiftDialog
          subject={subject}
          approval={lifting}
          last={inForce.every(({ id }) => id === lifting.id)}
          onClose={() => setLifting(null)}
        />
      ) : null}
    </Panel>
  );
}

function Row({ one, onLift }: { one: RequiredApprovalView; onLift: (() => void) | null }) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  const approver = visible(one.approver);
  return (
    <li className={classes['row']}>
      <div>
        <strong>{approver}</strong>{' '}
        {one.lifted_at === null ? (
          <StateTag tone="warn">{t('requiredApprovals/inForce')}</StateTag>
        ) : (
          <StateTag>{t('requiredApprovals/isLifted')}</StateTag>
        )}
      </div>
      <div className={classes['words']}>{visible(one.reason)}</div>
      <div className="dim">
        {t('requiredApprovals/setBy', { member: nameOf(one.set_by) })} <When at={one.set_at} />
      </div>
      {one.lifted_at === null ? null : (
        <>
          <div className={classes['words']}>{visible(one.lift_reason ?? '')}</div>
          <div className="dim">
            {t('requiredApprovals/liftedBy', { member: nameOf(one.lifted_by ?? '') })} <When at={one.lifted_at} />
          </div>
        </>
      )}
      {one.lifted_at === null && onLift ? (
        <Button
          size="xs"
          mt={6}
          variant="default"
          aria-label={`${t('requiredApprovals/lift')}${t('common/colon')}${approver}`}
          onClick={onLift}
        >
          {t('requiredApprovals/lift')}
        </Button>
      ) : null}
    </li>
  );
}
