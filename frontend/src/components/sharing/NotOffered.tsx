/** Says which parties a choice does not offer, and why. Renders nothing in a team of parties of the Union. */
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';

export function NotOffered() {
  const { t } = useTranslation();
  const { parties, seat } = useTeam();
  const beyond = parties.filter(
    ({ code, status }) => status === 'active' && code !== seat.party && gated(parties, code),
  );
  if (beyond.length === 0) return null;
  return <Notice>{t('thirdCountries/notOffered', { parties: beyond.map(({ name }) => name).join(', ') })}</Notice>;
}
