/** Whether the legal authorisation of an action is missing or not valid at a moment. Pure. */
import type { ActionView } from '@/api/views';

/** `at`: when the authorisation begins or ended; null if none is entered. */
export type AuthorisationProblem = { problem: 'missing' | 'notYet' | 'expired'; at: string | null };

/** Null for a valid authorisation, and for an action whose plan the reader does not see. */
export function authorisationProblem({ plan }: Pick<ActionView, 'plan'>, now: number): AuthorisationProblem | null {
  if (!plan) return null;
  if (!plan.authorisation) return { problem: 'missing', at: null };
  const { valid_from: from, valid_until: until } = plan.authorisation;
  if (until && Date.parse(until) <= now) return { problem: 'expired', at: until };
  if (from && Date.parse(from) > now) return { problem: 'notYet', at: from };
  return null;
}
