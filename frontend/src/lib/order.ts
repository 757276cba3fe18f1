/** The order of parties everywhere: States by code, then bodies and organisations by code. */

type Ordered = { code: string; kind: string };

const STATES = new Set(['member_state', 'third_country']);

export function inOrder<P extends Ordered>(parties: readonly P[]): P[] {
  const rank = (party: Ordered) => (STATES.has(party.kind) ? 0 : 1);
  return [...parties].sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}
