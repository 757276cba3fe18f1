import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { ProposalActs } from './ProposalActs';
import { SeatMenu } from './SeatMenu';
import { ProposedRoles } from './roles/ProposedRoles';
import type { MenuAct } from './seatActs';
import classes from './Members.module.css';

/** A seat: who, from which authority, in which roles; a proposal with what it waits for. */
type Props = { one: SeatView; onConfirm: (one: SeatView) => void; onAct: (act: MenuAct, one: SeatView) => void };

export function MemberLine({ one, onConfirm, onAct }: Props) {
  const { t } = useTranslation();
  const { jit, seat, parties, partyName, may } = useTeam();
  const word = useWord();
  // The server decides whether this member may confirm it: it is among the pending actions.
  const { data } = useQuery(pendingQuery(jit.id));
  const mine = data?.items.some(({ kind, link }) => kind === 'member_confirmation' && link.id === one.id) ?? false;
  const party = parties.find(({ code }) => code === one.party);
  const authority = party?.authorities.find(({ code }) => code === one.authority);
  const byCode = one.state === 'proposed' && party !== undefined && !party.has_leader && one.roles.includes('leader');
  const leads = may('members:change') && (one.party === seat.party || one.party === null);
  return (
    <li className={classes['line']} data-state={one.state}>
      <span className={classes['person']}>
        <strong>{visible(one.name)}</strong> <span className={`${classes['code'] ?? ''} mono dim`}>{one.code}</span>
        {one.id === seat.id ? <span className={classes['you']}>{t('members/you')}</span> : null}
        <a className={classes['mail']} href={`mailto:${one.email}`}>
          {one.email}
        </a>
      </span>
      <span className={classes['roles']}>
        {one.roles.map((role) => word('role', role)).join(', ')}
        <span className="dim">
          {[
            authority?.name,
            t(`members/${one.function}`),
            one.seconded_to ? t('members/secondedTo', { party: partyName(one.seconded_to) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {one.role_change ? <ProposedRoles one={one} change={one.role_change} /> : null}
      </span>
      <span className={classes['state']}>
        {t(`members/${one.state}`)}{' '}
        <span className="dim">
          <When at={one.seated_at ?? one.proposed_at} form="column" />
        </span>
        {one.until ? (
          <span className="dim">
            {t('members/until')} <When at={one.until} form="column" />
          </span>
        ) : null}
        {one.state === 'proposed' && !mine ? (
          <span className="dim">{t(byCode ? 'members/byCode' : 'members/byLeader')}</span>
        ) : null}
      </span>
      <span className={classes['acts']}>
        {mine ? (
          <Button
            size="compact-xs"
            aria-label={t('members/confirmOf', { code: one.code })}
            onClick={() => onConfirm(one)}
          >
            {t('members/confirm')}
          </Button>
        ) : null}
        {one.state === 'proposed' && may('members:propose') ? <ProposalActs one={one} byCode={byCode} /> : null}
        {leads || (may('members:propose') && one.state === 'seated' && one.party !== null) ? (
          <SeatMenu one={one} leads={leads} onChoose={(act) => onAct(act, one)} />
        ) : null}
      </span>
    </li>
  );
}
