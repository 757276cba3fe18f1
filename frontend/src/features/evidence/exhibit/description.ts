/** Correcting a description: which values differ, and what happens when somebody else was faster. Pure. */
import type { DescriptionForm, EvidenceView } from '@/api/views';
import { EXHIBIT_FIELDS, isOf, valueOf, type FieldType } from './fields';

type Editable = Extract<(typeof EXHIBIT_FIELDS)[number], { editable: true }>;
export type Described = Editable['name'];
export type Text = Record<Described, string>;
type DescribedField = { name: Described; type: FieldType; required: boolean; kinds: readonly string[] | null };

const DESCRIBED: readonly DescribedField[] = EXHIBIT_FIELDS.filter((one): one is Editable => one.editable);

/** The fields that this exhibit has: the text to be acknowledged belongs to H3. */
export const describedOf = ({ handling, kind }: Pick<EvidenceView, 'handling' | 'kind'>) =>
  DESCRIBED.filter((one) => isOf(one, kind) && (one.name !== 'handling_text' || handling.includes('H3')));

const shown = (value: string | number | null): string => (value === null ? '' : String(value));

export const textOf = (exhibit: EvidenceView): Text =>
  Object.fromEntries(DESCRIBED.map(({ name }) => [name, shown(exhibit[name])])) as Text;

/** Only what differs is sent. */
export function changes(base: Text, mine: Text): Omit<DescriptionForm, 'reason'> {
  return Object.fromEntries(
    DESCRIBED.flatMap(({ name, type, required }) => {
      const value = mine[name].trim();
      if (value === base[name].trim()) return [];
      return [[name, required || value ? valueOf(type, value) : null]];
    }),
  );
}

/** The fields that both changed, and differently: for these somebody must choose. */
export function conflicts(base: Text, theirs: Text, mine: Text): Described[] {
  return DESCRIBED.map(({ name }) => name).filter(
    (name) => theirs[name] !== base[name] && mine[name].trim() !== base[name] && mine[name].trim() !== theirs[name],
  );
}

/** Where only they changed, theirs stands; where I changed, mine does. */
export function merged(base: Text, theirs: Text, mine: Text): Text {
  return Object.fromEntries(
    DESCRIBED.map(({ name }) => [name, mine[name].trim() === base[name].trim() ? theirs[name] : mine[name]]),
  ) as Text;
}
