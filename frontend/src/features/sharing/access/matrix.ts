/** Rules as a matrix: a row for each kind of exhibit that a rule speaks of, a column for each recipient. Pure. */
import type { AccessRuleForm, AccessRuleView } from './queries';
import type { Category, HandlingCode } from '@/api/views';

export type Row = { key: string; category: Category | null; handling: HandlingCode | null };
export type Recipient = { key: string; to_party: string | null; to_kind: AccessRuleView['to_kind'] };

const rowOf = ({ category, handling }: Pick<AccessRuleView, 'category' | 'handling'>): Row => ({
  key: `${category ?? '*'} ${handling ?? '*'}`,
  category,
  handling,
});
const recipientOf = ({ to_party, to_kind }: Pick<AccessRuleView, 'to_party' | 'to_kind'>): Recipient => ({
  key: to_party ?? to_kind ?? '*',
  to_party,
  to_kind,
});

/** Any first: what speaks of everything is read before what speaks of one thing. */
export function rowsOf(rules: readonly AccessRuleView[]): Row[] {
  const rows = new Map(rules.map((rule) => [rowOf(rule).key, rowOf(rule)]));
  return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Everybody, then kinds, then the parties in the team's one order, but for one's own. */
export function recipientsOf(rules: readonly AccessRuleView[], parties: readonly string[]): Recipient[] {
  const kinds = [...new Set(rules.flatMap(({ to_kind }) => (to_kind ? [to_kind] : [])))].sort();
  const everybody = rules.some(({ to_party, to_kind }) => !to_party && !to_kind)
    ? [recipientOf({ to_party: null, to_kind: null })]
    : [];
  return [
    ...everybody,
    ...kinds.map((to_kind) => recipientOf({ to_party: null, to_kind })),
    ...parties.map((to_party) => recipientOf({ to_party, to_kind: null })),
  ];
}

export function ruleIn(rules: readonly AccessRuleView[], row: Row, recipient: Recipient): AccessRuleView | null {
  return rules.find((rule) => rowOf(rule).key === row.key && recipientOf(rule).key === recipient.key) ?? null;
}

/** The cell of a rule that is to be made. */
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
