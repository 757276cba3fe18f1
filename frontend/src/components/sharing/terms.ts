/** The terms of a release or rule in a few words for lists. Pure except for t(). */
import type { TFunction } from 'i18next';
import type { TermsView } from '@/features/sharing/access/queries';
import { fullTime } from '@/lib/time';

type Narrowed = Pick<TermsView, 'authorities' | 'seats' | 'not_before' | 'until' | 'purposes'>;

export function conditionsOf(
  terms: Narrowed,
  { t, zone, locale }: { t: TFunction; zone: string; locale: string },
): string[] {
  const from = terms.not_before ? `${t('releases/from')} ${fullTime(terms.not_before, zone, locale)}` : null;
  const until = terms.until ? `${t('releases/until')} ${fullTime(terms.until, zone, locale)}` : null;
  const purposes = terms.purposes?.map((purpose) => t(`purpose/${purpose as 'AUDIT'}`)).join(', ') ?? null;
  return [terms.seats?.join(', ') ?? null, terms.authorities?.join(', ') ?? null, from, until, purposes].filter(
    (one) => one !== null,
  );
}
