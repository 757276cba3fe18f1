/** The filters of the list of exhibits, as its address keeps them and as the server takes them. */
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
  /** Days of the calendar: the first and the last that count. */
  acquired_from?: string | undefined;
  acquired_until?: string | undefined;
  registered_from?: string | undefined;
  registered_until?: string | undefined;
  sort?: Exclude<Sort, 'newest'> | undefined;
};

const DAY = 86_400_000;

/** The filters as the server takes them: days become times in UTC, and the last day counts as a whole. */
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

/** Whether anything narrows the list; the order of a list leaves nothing out. */
export const narrows = (filters: Filters) => Object.keys(filters).some((name) => name !== 'sort');
