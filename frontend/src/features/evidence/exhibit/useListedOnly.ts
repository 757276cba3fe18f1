import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';

/** Returns why the reader sees only the metadata of the exhibit: the release of the party, or the role of the reader. */
export function useListedOnly(exhibit: EvidenceView): string {
  const { t } = useTranslation();
  const { seat, partyName } = useTeam();
  if (seat.party === null) return t('exhibit/auditorListedOnly');
  const own = exhibit.releases.find(({ party }) => party === seat.party);
  if (own && own.level !== 'listed') return t('exhibit/roleListedOnly');
  return t('exhibit/listedOnly', { party: partyName(exhibit.originator) });
}
