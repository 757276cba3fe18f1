/** Names that several screens of notices show: the subject of a notice, its colour, and countries. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { visible } from '@/lib/visible';
import type { NoticeView } from './queries';

type NoticeWords = {
  said: (words: { en: string; fr: string }) => string;
  country: (code: string) => string;
  language: (code: string) => string;
  title: (notice: NoticeView) => string;
  kind: (notice: Pick<NoticeView, 'kind' | 'is_diffusion'>) => string;
};

export function useNoticeWords(): NoticeWords {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const regions = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
    const languages = new Intl.DisplayNames(i18n.language, { type: 'language', fallback: 'code' });
    const kind: NoticeWords['kind'] = ({ kind: colour, is_diffusion }) =>
      t(is_diffusion ? `diffusionKind/${colour}` : `noticeKind/${colour}`);
    return {
      said: (words) => (i18n.language === 'fr' ? words.fr : words.en),
      country: (code) => regions.of(code) ?? code,
      language: (code) => languages.of(code) ?? code,
      kind,
      title: (notice) => {
        const { content } = notice;
        return (
          (['family_name', 'forenames'] as const)
            .flatMap((name) => (content[name] === null || name in content.erased ? [] : [visible(content[name])]))
            .join(', ') ||
          content.aliases.map(visible).at(0) ||
          kind(notice)
        );
      },
    };
  }, [i18n.language, t]);
}

/** Names that ISO 3166-1 does not assign to countries, though `Intl` knows them. */
const NO_COUNTRIES = /^(A[CN]|BU|C[PQS]|D[DGY]|E[AUZ]|FX|HV|IC|N[HT]|QO|RH|S[U]|T[AP]|U[KN]|V[D]|X[AB]|Y[DU]|Z[RZ])$/;

/** All countries by name, in the page's language. */
export function useCountries(): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'none' });
    const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
    return letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((code) => !NO_COUNTRIES.test(code))
      .flatMap((value) => {
        const label = names.of(value);
        return label ? [{ value, label }] : [];
      })
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  }, [i18n.language]);
}
