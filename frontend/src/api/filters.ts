/** The filters of the exhibit list, as stored in its address and as sent to the server. */
import { compact } from '@/lib/compact';
import type { EvidenceSummary, Sort } from './views';

export type Filters = {
  q?: string | undefined;
  originator?: string | undefined;
  kind?: EvidenceSummary['kind'] | undefined;
  category?: EvidenceSummary['category'] | undefined;
  status?: EvidenceSummary['status'] | undefined;
  handling?: EvidenceSummary['handling'][number] | undefined;
  released_to?: string | undefined;
  level?: EvidenceSummary['level'] | undefined;
  /** The first and the last day, both included. */
  acquired_from?: string | undefined;
  acquired_until?: string | undefined;
  registered_from?: string | undefined;
  registered_until?: string | undefined;
  sort?: Exclude<Sort, 'newest'> | undefined;
};

const DAY = 86_400_000;

/** Returns the filters for the server: days become times in UTC, and the last day is included. */
export function queryOf({ acquired_from, acquired_until, registered_from, registered_until, ...rest }: Filters) {
  const from = (day: string | undefined) => (day ? `${day}T00:00:00Z` : undefined);
  const before = (day: string | undefined) =>
    day ? new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString() : undefined;
  const times = {
    acquired_from: from(acquired_from),
    acquired_before: before(acquired_until),
    registered_from: from(registered_from),
    registered_before: before(registered_until),
  };
  return { ...rest, ...compact(times) };
}

/** Returns whether a filter is set; the order of the list is not a filter. */
export const narrows = (filters: Filters) => Object.keys(filters).some((name) => name !== 'sort');
