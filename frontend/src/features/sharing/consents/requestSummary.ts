/** The content of a request in few words. Pure except for texts. */
import type { TFunction } from 'i18next';
import type { ConsentView } from '@/api/views';

type Names = (code: string) => string;

/** The members, by name and code, and the authorities that a request names. */
export const namedIn = (one: ConsentView, nameOf: Names): string[] => [
  ...(one.seats ?? []).map(nameOf),
  ...(one.authorities ?? []),
];

export function requestSummary(one: ConsentView, t: TFunction, nameOf: Names): string {
  if (one.use === 'court') return t('consents/wantsCourt');
  if (one.use === 'question') return t('consents/wantsQuestion');
  const named = namedIn(one, nameOf);
  const parts = [
    one.level ? t('consents/wantsLevel', { level: t(`level/${one.level}`) }) : '',
    one.purposes
      ? t('consents/wantsPurposes', { purposes: one.purposes.map((purpose) => t(`purpose/${purpose}`)).join(', ') })
      : '',
    named.length > 0 ? t('consents/wantsSeats', { seats: named.join(', ') }) : '',
  ].filter(Boolean);
  return parts.join('; ');
}
