/** The number of copies of an exhibit that a recall would ask about, as far as the user may see them. */
import { useQuery } from '@tanstack/react-query';
import { exhibitCopiesQuery } from './queries';
import { useTeam } from '@/api/team';

export function useCopiesOut(evidence: string): (party?: string) => number {
  const { jit } = useTeam();
  const rows = useQuery(exhibitCopiesQuery(jit.id, evidence)).data?.items ?? [];
  return (party) =>
    rows.filter(
      (one) => one.state !== 'destroyed' && one.side === 'given' && (party === undefined || one.party === party),
    ).length;
}
