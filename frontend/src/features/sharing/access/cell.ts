/** The exhibits and recipients of a rule. Pure. */
import type { AccessRuleForm, AccessRuleView } from './queries';

/** The exhibits and the recipient of a rule. */
export type Cell = Pick<AccessRuleForm, 'category' | 'handling' | 'to_party' | 'to_kind'>;

/** Whom a rule may name, as one choice of a form: `party:DE`, `kind:eu_body`, or everybody. */
export const KINDS_OF_PARTY = [
  'member_state',
  'third_country',
  'eu_body',
  'judicial_authority',
  'organisation',
] as const;
export const EVERYBODY = '*';

export function choiceOf({ to_party, to_kind }: Cell): string {
  return to_party ? `party:${to_party}` : to_kind ? `kind:${to_kind}` : EVERYBODY;
}

export function addressed(choice: string): Pick<Cell, 'to_party' | 'to_kind'> {
  const [what, code] = choice.split(':');
  const kind = KINDS_OF_PARTY.find((one) => one === code);
  return { to_party: what === 'party' ? (code ?? null) : null, to_kind: what === 'kind' ? (kind ?? null) : null };
}

/** Rules about all exhibits first, then by category; every recipient before kinds of parties and single parties. */
export function inOrder(rules: readonly AccessRuleView[]): AccessRuleView[] {
  const key = ({ category, handling, to_party, to_kind }: AccessRuleView) =>
    [category ?? '', handling ?? '', to_party ? `2${to_party}` : to_kind ? `1${to_kind}` : '0'].join(' ');
  return [...rules].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
