/** Which queries a fact about a member makes stale. Part of the exhaustive table in facts.ts. */
import { keys } from '@/api/queries';
import type { FactKind } from './kinds';
import type { Touched } from './operationFacts';

export const seat: Touched = (jit) => [keys.members(jit), keys.parties(jit), keys.me()];

export const MEMBER_TOUCHES = {
  'member.proposed': (jit) => [keys.members(jit)],
  'member.seated': seat,
  'member.suspended': seat,
  'member.resumed': seat,
  'member.timed': seat,
  'member.renamed': seat,
  'member.roles_proposed': seat,
  'member.roles_changed': seat,
  'member.roles_withdrawn': seat,
  'member.ended': seat,
} satisfies Partial<Record<FactKind, Touched>>;
