/** The lines of entries about erased fields: fields, entries and grounds. Pure except for texts. */
import { FIELD_GROUNDS, type EntryView } from '@/api/views';
import type { Said, Saying } from './saying';

type Gone = readonly { position: number; names: readonly string[] }[];

export function erasedSayings(entry: EntryView, { t, word }: Pick<Saying, 't' | 'word'>): Said[] {
  const value = (name: string): unknown => entry.fields?.[name]?.value;
  const named = (names: readonly string[]) => ({
    label: t('fieldErasure/which'),
    text: names.map((name) => word('value', name)).join(', '),
  });
  const gone = value('erased_fields');
  if (Array.isArray(gone)) {
    const each = gone as Gone;
    return [
      named([...new Set(each.flatMap(({ names }) => names))]),
      { label: t('fieldErasure/ofEntries'), text: each.map(({ position }) => String(position)).join(', ') },
    ];
  }
  if (!entry.kind?.startsWith('field.') && entry.kind !== 'evidence.field_erased') return [];
  const names = value('names');
  const lines: Said[] =
    Array.isArray(names) && names.length > 0 ? [named(names.filter((one) => typeof one === 'string'))] : [];
  const position = value('position');
  if (typeof position === 'number') lines.push({ label: null, text: t('custody/position', { position }) });
  const ground = FIELD_GROUNDS.find((one) => one === value('ground'));
  const basis = value('legal_basis');
  const why = [ground ? t(`fieldGround/${ground}`) : null, typeof basis === 'string' ? basis : null]
    .filter(Boolean)
    .join(' · ');
  return [...lines, ...(why ? [{ label: t('fieldErasure/ground'), text: why }] : [])];
}
