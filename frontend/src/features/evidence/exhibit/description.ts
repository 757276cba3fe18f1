/** Correcting a description: which values differ, and what happens when somebody else was faster. Pure. */
import type { DescriptionForm, EvidenceView } from '@/api/views';

export const DESCRIBED = [
  'title',
  'description',
  'content_language',
  'acquired_by',
  'place',
  'legal_basis',
  'handling_text',
] as const;
export type Described = (typeof DESCRIBED)[number];
export type Text = Record<Described, string>;

/** Whether a value may be emptied. */
export const isOptional = (name: Described): name is 'description' | 'content_language' =>
  name === 'description' || name === 'content_language';

/** The fields that this exhibit has: the text to be acknowledged belongs to H3. */
export const describedOf = ({ handling }: Pick<EvidenceView, 'handling'>) =>
  DESCRIBED.filter((name) => name !== 'handling_text' || handling.includes('H3'));

export const textOf = (exhibit: EvidenceView): Text =>
  Object.fromEntries(DESCRIBED.map((name) => [name, exhibit[name] ?? ''])) as Text;

/** Only what differs is sent. */
export function changes(base: Text, mine: Text): Omit<DescriptionForm, 'reason'> {
  const found: Omit<DescriptionForm, 'reason'> = {};
  for (const name of DESCRIBED) {
    const value = mine[name].trim();
    if (value === base[name].trim()) continue;
    if (isOptional(name)) found[name] = value || null;
    else found[name] = value;
  }
  return found;
}

/** The fields that both changed, and differently: for these somebody must choose. */
export function conflicts(base: Text, theirs: Text, mine: Text): Described[] {
  return DESCRIBED.filter(
    (name) => theirs[name] !== base[name] && mine[name].trim() !== base[name] && mine[name].trim() !== theirs[name],
  );
}

/** Where only they changed, theirs stands; where I changed, mine does. */
export function merged(base: Text, theirs: Text, mine: Text): Text {
  return Object.fromEntries(
    DESCRIBED.map((name) => [name, mine[name].trim() === base[name].trim() ? theirs[name] : mine[name]]),
  ) as Text;
}
