/** The last registrations of a party, from which the form takes its defaults. */
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { listEvidence } from '@/api/generated/sdk.gen';
import { exhibitQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';

const LOOKED_AT = 6;

const latestQuery = (jit: string, originator: string | null) =>
  queryOptions({
    queryKey: [{ _id: 'listEvidence', path: { jit }, latestOf: originator }] as const,
    queryFn: async ({ signal }) => {
      const query = { originator: originator ?? '', status: 'active' as const, limit: LOOKED_AT };
      return (await listEvidence({ path: { jit }, query, signal, throwOnError: true })).data.items;
    },
    enabled: originator !== null,
    staleTime: 60_000,
  });

export type Defaults = {
  /** Legal bases that the party used last, each once. */
  bases: readonly string[];
  acquiredBy: string;
  place: string;
};

/** The last registration of the member counts first, else that of the party; null while they are read. */
export function defaultsOf(latest: readonly EvidenceView[], seat: string): Defaults {
  const last = latest.find(({ registered_by: by }) => by === seat) ?? latest[0];
  const bases = latest.flatMap(({ legal_basis: basis }) => basis ?? []);
  return {
    bases: [...new Set(bases)].slice(0, 3),
    acquiredBy: last?.acquired_by ?? '',
    place: last?.place ?? '',
  };
}

export function useDefaults(): Defaults | null {
  const { jit, seat } = useTeam();
  const latest = useQuery(latestQuery(jit.id, seat.party));
  const read = useQueries({ queries: (latest.data ?? []).map(({ id }) => exhibitQuery(jit.id, id)) });
  if (!latest.isFetched || read.some(({ isPending }) => isPending)) return null;
  return defaultsOf(
    read.flatMap(({ data }) => data ?? []),
    seat.code,
  );
}
