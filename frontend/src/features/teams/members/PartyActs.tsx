/** The status of a party, and the acts on it: suspend, confirm, resume, declare or withdraw its leaving. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { When } from '@/components/text/When';

export type PartyAct = 'suspend' | 'confirm' | 'leave' | 'stay';

export function PartyActs({ party, onAct }: { party: PartyView; onAct: (act: PartyAct) => void }) {
  const { t } = useTranslation();
  const { seat, may } = useTeam();
  const own = party.code === seat.party;
  const active = party.status === 'active';
  const open = party.status !== 'left';
  const waiting = party.suspension && !party.suspension.confirmed_at ? party.suspension : null;
  const declares =
    open &&
    may('leavings:declare') &&
    (own ? seat.roles.includes('leader') : seat.roles.includes('administrator') && !(party.has_leader && active));
  const button = (act: PartyAct, word: string) => (
    <Button size="compact-xs" variant="default" aria-label={`${word}: ${party.name}`} onClick={() => onAct(act)}>
      {word}
    </Button>
  );
  return (
    <>
      {party.status === 'active' ? null : t(`members/${party.status}`)}
      {party.leaving ? (
        <span className="dim">
          {open ? t('leaving/leavesAt') : null} <When at={party.leaving.effective_at} form="column" />
        </span>
      ) : null}
      {waiting ? (
        <span className="dim">
          {t('members/suspensionBy', { member: waiting.proposed_by })} <When at={waiting.lapses_at} form="column" />
        </span>
      ) : null}
      {waiting && waiting.proposed_by !== seat.code && may('parties:suspend') && !own
        ? button('confirm', t('members/confirmSuspension'))
        : null}
      {active && !waiting && may('parties:suspend') && !own ? button('suspend', t('members/suspendParty')) : null}
      {party.status === 'suspended' && may('parties:resume') && !own
        ? button('suspend', t('members/resumeParty'))
        : null}
      {declares ? (party.leaving ? button('stay', t('leaving/stay')) : button('leave', t('leaving/leave'))) : null}
    </>
  );
}
