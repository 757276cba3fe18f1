/** Demands a signed-in account before a route is shown, and sets the language of the page to that of the account. */
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { belongsTo } from '@/api/owner';
import { Problem } from '@/api/problem';
import { meQuery } from '@/api/queries';
import { languageFor, speak } from '@/i18n';

export async function signedIn({
  context,
  location,
}: {
  context: { queries: QueryClient };
  location: { href: string };
}) {
  try {
    const me = await context.queries.query({ ...meQuery(), staleTime: 'static' });
    belongsTo(me.account.id);
    await speak(languageFor(me.account.locale));
    return me;
  } catch (error) {
    if (error instanceof Problem && error.status === 401)
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    throw error;
  }
}

export const mine = async (parts: Parameters<typeof signedIn>[0]) => {
  await signedIn(parts);
};
