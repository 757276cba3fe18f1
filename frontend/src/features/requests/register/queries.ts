/** The register of legal requests, as the audit log tells it to the member. */
import { keepPreviousData } from '@tanstack/react-query';
import { listRequestRegister } from '@/api/generated/sdk.gen';
import { paged } from '@/api/paged';
import { compact } from '@/lib/compact';
import { daySpan } from '@/lib/zones';

export type { RegisteredRequestView, RegisterStepView } from '@/api/generated/types.gen';

/** `from` and `to` are days in the reader's zone, both included. */
export type RegisterFilters = {
  q?: string | undefined;
  party?: string | undefined;
  instrument?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const asked = ({ q, party, instrument, from, to }: RegisterFilters, zone: string) =>
  compact({ q: q?.trim() || undefined, party, instrument, ...daySpan(from, to, zone) });

export const registerQuery = (jit: string, filters: RegisterFilters, zone: string) => {
  const query = asked(filters, zone);
  return {
    ...paged({ _id: 'listRequestRegister', path: { jit }, query }, (cursor, signal) =>
      listRequestRegister({ path: { jit }, query: { ...query, limit: 50, ...cursor }, signal, throwOnError: true }),
    ),
    placeholderData: keepPreviousData,
  };
};

export function registerLink(jit: string, filters: RegisterFilters, zone: string): string {
  const query = new URLSearchParams(
    Object.entries(asked(filters, zone)).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return `/api/jits/${jit}/requests/register.csv${query ? `?${query}` : ''}`;
}
