import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { useWord } from '@/i18n/useWord';
import { PersonMenu } from './PersonMenu';

/** The menu of a member of the team on the screen. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { seat, parties, partyName } = useTeam();
  const word = useWord();
  const authority = parties
    .find((party) => party.code === seat.party)
    ?.authorities.find((one) => one.code === seat.authority);
  const party = seat.party ? partyName(seat.party) : t('signIn/noParty');
  const lines = [
    `${t('app/seat', { code: seat.code })} · ${seat.roles.map((role) => word('role', role)).join(', ')}`,
    [party, authority?.name].filter(Boolean).join(' · '),
  ];
  return <PersonMenu code={seat.code} about={party} lines={lines} />;
}
