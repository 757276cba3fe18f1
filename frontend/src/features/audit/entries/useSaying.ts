/** The tools that write the lines of an entry, for the user who reads it. */
import { useTranslation } from 'react-i18next';
import { isAboutDeadline, useDeadlineName } from '@/api/deadlines';
import { useTeam } from '@/api/team';
import type { EntryView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import type { Saying } from './saying';

export function useSaying({ kind }: Pick<EntryView, 'kind'>): Saying {
  const { t } = useTranslation();
  const word = useWord();
  const { partyName, zone, locale } = useTeam();
  const deadlineName = useDeadlineName(isAboutDeadline(kind));
  return { t, word, partyName, deadlineName, zone, locale };
}
