/** The first step of transmission, from the contact of the directory or the provider to which a request is addressed. Pure. */
import type { ContactView, ProviderView } from '@/features/requests/directory/queries';
import type { RequestView } from '@/features/requests/request/queries';

export type FirstStep = { authority: string; channel: string; contact: string };

export function firstStep(
  { to }: Pick<RequestView, 'to'>,
  contacts: readonly ContactView[],
  providers: readonly ProviderView[],
): FirstStep | null {
  const authority = to?.authority ?? '';
  if (!to || !authority) return null;
  const named = (text: string | null) => text?.toLocaleLowerCase() === authority.toLocaleLowerCase();
  const channels = contacts.find(({ country, unit }) => country === to.country && named(unit.value))?.channels.value;
  const channel = channels?.[0];
  if (channel) return { authority, channel: channel.kind, contact: channel.address };
  return { authority, channel: '', contact: providers.find(({ name }) => named(name.value))?.portal.value ?? '' };
}
