/** Queries of derivations, and of what a new derived exhibit would inherit. Their keys are in api/queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { readDerivationsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { readInheritance } from '@/api/generated/sdk.gen';

export const derivationsQuery = (jit: string, evidence: string) => readDerivationsOptions({ path: { jit, evidence } });

/** Asked anew each time: what a parent gives may have changed since. */
export const inheritanceQuery = (jit: string, parents: readonly string[]) =>
  queryOptions({
    enabled: parents.length > 0,
    queryKey: [{ _id: 'readInheritance', path: { jit }, parents }] as const,
    queryFn: async ({ signal }) =>
      (await readInheritance({ path: { jit }, query: { parent: [...parents] }, signal, throwOnError: true })).data,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
