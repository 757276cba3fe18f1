/** The authority or provider to which a request of a route goes, as far as the reference data know it. Pure. */
import type { ContactView, ProviderView } from '@/features/requests/directory/queries';

/** Instruments that are addressed to a provider itself. Others go to an authority of its State. */
const TO_PROVIDER: ReadonlySet<string> = new Set(['EPOC', 'EPOC_PR', 'DIRECT_PROVIDER', 'SAP2_6', 'SAP2_7']);
/** Instruments of the 24/7 points of contact. */
const TO_CONTACT: ReadonlySet<string> = new Set(['BUDAPEST_29', 'BUDAPEST_30', 'BUDAPEST_35']);

export const isToProvider = (instrument: string) => TO_PROVIDER.has(instrument);

export function addresseeOf(
  route: { instrument: string; country: string },
  asked: { provider?: string | null },
  providers: readonly ProviderView[],
  contacts: readonly ContactView[],
): string {
  if (isToProvider(route.instrument)) return providers.find(({ key }) => key === asked.provider)?.name.value ?? '';
  const role = TO_CONTACT.has(route.instrument) ? 'contact_24_7' : 'central_authority';
  return contacts.find((one) => one.country === route.country && one.role === role)?.unit.value ?? '';
}
