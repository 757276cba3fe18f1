/** Queries and changes of a party's leaving: clause, consequences, declaration. Their keys are in api/queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { agreeLeavingClause, declareLeaving, foreseeLeaving, withdrawLeaving } from '@/api/generated/sdk.gen';
import type {
  ConsequencesView,
  ConsequenceView,
  LeavingClauseForm,
  LeavingClauseView,
  LeavingForm,
} from '@/api/generated/types.gen';
import type { PartyView } from '@/api/views';
import { ifMatch } from '@/api/headers';

export type { ConsequencesView, ConsequenceView, LeavingClauseForm } from '@/api/generated/types.gen';

export const BECOMES = ['stay', 'freeze', 'withdraw'] as const satisfies readonly LeavingClauseForm['contributed'][];

const LIMIT = 200;

/** All of it, page by page, so that every exhibit is named. Nothing is kept: it is of this moment. */
export const consequencesQuery = (jit: string, party: string) =>
  queryOptions({
    queryKey: [{ _id: 'foreseeLeaving', path: { jit, party } }] as const,
    queryFn: async ({ signal }): Promise<ConsequencesView> => {
      const items: ConsequenceView[] = [];
      for (let cursor: string | null = null; ;) {
        const { data }: { data: ConsequencesView } = await foreseeLeaving({
          path: { jit, party },
          query: { limit: LIMIT, ...(cursor ? { cursor } : {}) },
          signal,
          throwOnError: true,
        });
        items.push(...data.items);
        if (!data.next) return { ...data, items };
        cursor = data.next;
      }
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

export async function leave(jit: string, party: PartyView, body: LeavingForm): Promise<PartyView> {
  return (
    await declareLeaving({
      path: { jit, party: party.code },
      body,
      headers: ifMatch(party.version),
      throwOnError: true,
    })
  ).data;
}

export async function stayIn(jit: string, party: PartyView, reason: string): Promise<PartyView> {
  return (
    await withdrawLeaving({
      path: { jit, party: party.code },
      body: { reason },
      headers: ifMatch(party.version),
      throwOnError: true,
    })
  ).data;
}

export async function agreeOnLeaving(jit: string, body: LeavingClauseForm): Promise<LeavingClauseView> {
  return (await agreeLeavingClause({ path: { jit }, body, throwOnError: true })).data;
}
