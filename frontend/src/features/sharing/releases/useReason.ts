/** The reason for a release in words: the person who decided, or the consent; and its basis. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ReleaseView } from '@/api/views';

export function useReason(release: Pick<ReleaseView, 'basis' | 'granted_by'>): {
  reason: string;
  basis: string | null;
} {
  const { t } = useTranslation();
  const { members } = useTeam();
  const person = members.find(({ code }) => code === release.granted_by);
  const by = person ? t('releases/decidedBy', { name: person.name, seat: person.code }) : release.granted_by;
  if (release.basis?.startsWith('consent:')) return { reason: `${t('releases/byConsent')}, ${by}`, basis: null };
  if (release.basis?.startsWith('emergency:')) return { reason: `${t('releases/byEmergency')}, ${by}`, basis: null };
  return { reason: by, basis: release.basis };
}
