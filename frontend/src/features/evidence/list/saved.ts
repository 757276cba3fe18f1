/** Filters as they are saved on the server, and back. Days are saved as the times that the list is asked with. Pure. */
import type { Filters } from '@/api/queries';
import { compact } from '@/lib/compact';
import { known, type Column } from './columns';
import type { SavedViewForm, SavedViewView } from './queries';

const DAY = 86_400_000;
const PLAIN = ['q', 'originator', 'kind', 'category', 'status', 'handling', 'level', 'released_to', 'sort'] as const;

const start = (day: string | undefined) => (day ? `${day}T00:00:00Z` : undefined);
const dayOf = (at: string | undefined, before = 0) =>
  at ? new Date(Date.parse(at) - before).toISOString().slice(0, 10) : undefined;
const after = (day: string | undefined) =>
  day ? new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString() : undefined;

export function savedOf(name: string, filters: Filters, columns: readonly Column[]): SavedViewForm {
  const plain = Object.fromEntries(PLAIN.map((one) => [one, filters[one]]));
  return {
    name,
    filters: compact({
      ...plain,
      acquired_from: start(filters.acquired_from),
      acquired_before: after(filters.acquired_until),
      registered_from: start(filters.registered_from),
      registered_before: after(filters.registered_until),
    }),
    columns: [...columns],
  };
}

export function filtersOf({ filters, columns }: SavedViewView): { filters: Filters; columns: Column[] } {
  const of = (name: string) => (typeof filters[name] === 'string' ? filters[name] : undefined);
  const plain = Object.fromEntries(PLAIN.map((one) => [one, of(one)]));
  return {
    filters: compact({
      ...plain,
      acquired_from: dayOf(of('acquired_from')),
      acquired_until: dayOf(of('acquired_before'), DAY),
      registered_from: dayOf(of('registered_from')),
      registered_until: dayOf(of('registered_before'), DAY),
    }),
    columns: known(columns),
  };
}
