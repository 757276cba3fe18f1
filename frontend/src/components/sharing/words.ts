/** A release in sentences, for review before saving. Pure except for t(). */
import type { TFunction } from 'i18next';
import { fullTime } from '@/lib/time';
import { instantOf, type Draft } from './draft';

export type Wording = {
  t: TFunction;
  zone: string;
  locale: string;
  party: string;
  authorityName: (code: string) => string;
  memberName: (code: string) => string;
};

export function listed(parts: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

function who(draft: Draft, { t, locale, party, authorityName, memberName }: Wording): string {
  const people =
    draft.seats.length > 0
      ? t('say/seats', { seats: listed(draft.seats.map(memberName), locale), party })
      : t('say/everyone', { party });
  return draft.authorities.length > 0
    ? t('say/ofAuthorities', { who: people, authorities: listed(draft.authorities.map(authorityName), locale) })
    : people;
}

function when(draft: Draft, { t, zone, locale }: Wording): string {
  const from = instantOf(draft.from, zone);
  const until = instantOf(draft.until, zone);
  if (from && until)
    return t('say/between', { from: fullTime(from, zone, locale), until: fullTime(until, zone, locale) });
  if (from) return `${t('say/from', { time: fullTime(from, zone, locale) })} ${t('say/noEnd')}`;
  return until ? t('say/until', { time: fullTime(until, zone, locale) }) : t('say/always');
}

/** Returns one sentence each about level, members, period, purposes and basis. */
export function sentences(draft: Draft, wording: Wording): string[] {
  const { t, locale, party } = wording;
  if (draft.level === 'none') return [t('say/none', { party })];
  return [
    t(`say/${draft.level}`, { who: who(draft, wording) }),
    when(draft, wording),
    draft.purposes.length > 0
      ? t('say/purposes', {
          purposes: listed(
            draft.purposes.map((purpose) => t(`purpose/${purpose}`)),
            locale,
          ),
        })
      : t('say/anyPurpose'),
    draft.basis.trim() ? t('say/basis', { basis: draft.basis.trim() }) : t('say/noBasis'),
  ];
}
