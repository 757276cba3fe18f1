/** The exhibits that a refused package names, with the reason. Pure. */
import { Problem } from '@/api/problem';

export const REASONS = ['originator-only', 'h1-needs-consent', 'limits-not-acknowledged'] as const;
export type Reason = (typeof REASONS)[number] | 'other';

/** The reason of each refused exhibit, by its id; nothing for an error that names no exhibit. */
export function refusedOf(...errors: readonly unknown[]): ReadonlyMap<string, Reason> {
  return new Map(
    errors.flatMap((error) => {
      if (!(error instanceof Problem)) return [];
      const named = error.document['refused_exhibits'];
      const reason: Reason = REASONS.find((one) => one === error.code) ?? 'other';
      return Array.isArray(named)
        ? (named as { evidence: string }[]).map(({ evidence }): [string, Reason] => [evidence, reason])
        : [];
    }),
  );
}
