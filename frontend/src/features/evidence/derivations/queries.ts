/** Queries of derivations, and of what a new derived exhibit would inherit. Their keys are in api/queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { readDerivationsOptions, readInheritanceOptions } from '@/api/generated/@tanstack/react-query.gen';

export const derivationsQuery = (jit: string, evidence: string) => readDerivationsOptions({ path: { jit, evidence } });

/** Asked anew each time: what a parent gives may have changed since. */
export const inheritanceQuery = (jit: string, parents: readonly string[]) =>
  queryOptions({
    ...readInheritanceOptions({ path: { jit }, query: { parent: [...parents] } }),
    enabled: parents.length > 0,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
