/** A rule that is being edited. Its clause takes the place of the basis of a release. Pure. */
import type { AccessRuleForm, AccessRuleView } from './queries';
import type { Purpose } from '@/api/views';
import { EMPTY, instantOf, type Draft } from '@/components/sharing/draft';
import { wallClock } from '@/lib/zones';
import type { Cell } from './cell';

export function draftOf(rule: AccessRuleView | null, zone: string): Draft {
  if (!rule) return { ...EMPTY, level: 'listed' };
  const local = (at: string | null) => (at ? wallClock(Date.parse(at), zone) : '');
  return {
    level: rule.level,
    authorities: rule.authorities ?? [],
    seats: rule.seats ?? [],
    from: local(rule.not_before),
    until: local(rule.until),
    purposes: (rule.purposes ?? []) as Purpose[],
    basis: rule.clause,
  };
}

const orNull = <T>(values: T[]) => (values.length > 0 ? values : null);

/** Returns the form. Members are named only if the rule has one recipient; a rule without access has no conditions. */
export function termsOf(
  draft: Draft,
  cell: Cell,
  zone: string,
): Pick<AccessRuleForm, 'level' | 'clause' | 'authorities' | 'seats' | 'not_before' | 'until' | 'purposes'> {
  const gives = draft.level !== 'none';
  const named = gives && cell.to_party;
  return {
    level: draft.level,
    clause: draft.basis.trim(),
    authorities: named ? orNull(draft.authorities) : null,
    seats: named ? orNull(draft.seats) : null,
    not_before: gives ? instantOf(draft.from, zone) : null,
    until: gives ? instantOf(draft.until, zone) : null,
    purposes: gives ? orNull(draft.purposes) : null,
  };
}
