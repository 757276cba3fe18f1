/** A rule while it is edited. Its clause stands where a release has its basis. Pure. */
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

/** What is sent. People are named only of the one party that a rule speaks to; what gives nothing has no conditions. */
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
