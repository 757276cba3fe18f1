/** Names that several screens of requests show: the title of a request, its countries, and what an item asks for. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { visible } from '@/lib/visible';
import type { RequestItemView, RequestView } from './queries';

type Bilingual = { en: string; fr: string };

type RequestWords = {
  said: (words: Bilingual) => string;
  country: (code: string) => string;
  title: (request: RequestView) => string;
  sides: (request: RequestView) => { from: string; to: string };
  item: (item: RequestItemView) => string;
};

export function useRequestWords(): RequestWords {
  const { t, i18n } = useTranslation();
  const { partyName } = useTeam();
  const said = useCallback((words: Bilingual) => (i18n.language === 'fr' ? words.fr : words.en), [i18n.language]);
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
    const country = (code: string) => names.of(code) ?? code;
    return {
      said,
      country,
      title: ({ content, instrument_title }) => (content?.title ? visible(content.title) : said(instrument_title)),
      sides: ({ party, to, from }) =>
        to
          ? { from: partyName(party), to: country(to.country) }
          : { from: country(from?.country ?? ''), to: partyName(party) },
      item: ({ kind, data_category, identifier, description }) =>
        visible(
          identifier ?? description ?? (data_category ? t(`dataCategory/${data_category}`) : t(`requestItem/${kind}`)),
        ),
    };
  }, [i18n.language, said, partyName, t]);
}
