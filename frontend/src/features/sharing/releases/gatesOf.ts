/** The missing approvals of a release as text, with the joint originators that have not agreed. */
import type { TFunction } from 'i18next';
import type { WaitingReleaseView } from '@/api/views';
import { listed } from '@/components/sharing/words';

type Wording = { t: TFunction; locale: string; partyName: (code: string) => string };

export function gatesOf(
  { waits_for: gates, lacking }: Pick<WaitingReleaseView, 'waits_for' | 'lacking'>,
  { t, locale, partyName }: Wording,
): string {
  return listed(
    gates.map((gate) =>
      gate === 'joint'
        ? t('joint/agreementOf', { parties: listed(lacking.map(partyName), locale) })
        : t(`gate/${gate}`),
    ),
    locale,
  );
}
