/** The fields of an exhibit that forms and facts list without a place of their own, as the server declares them. Pure. */
import type { EvidenceForm, EvidenceView, Kind } from '@/api/views';
import { languageName } from '@/lib/languages';
import { EXHIBIT_FIELDS, type FieldType } from './exhibitFields.gen';

export { EXHIBIT_FIELDS, type FieldType };
type Declared = (typeof EXHIBIT_FIELDS)[number];
/** Fields that the page arranges itself: when, by whom, where and on which basis it was obtained, title and texts. */
type Arranged =
  'title' | 'description' | 'acquired_at' | 'acquired_zone' | 'acquired_by' | 'place' | 'legal_basis' | 'handling_text';
const ARRANGED = {
  title: true,
  description: true,
  acquired_at: true,
  acquired_zone: true,
  acquired_by: true,
  place: true,
  legal_basis: true,
  handling_text: true,
} satisfies Record<Arranged, true>;

export type FurtherName = Exclude<Declared['name'], Arranged>;
export type FurtherField = { name: FurtherName; type: FieldType; kinds: readonly string[] | null };
/** Values of the further fields as a form holds them: text, empty if there is none. */
export type Further = Record<FurtherName, string>;

export const FURTHER: readonly FurtherField[] = EXHIBIT_FIELDS.filter(
  (one): one is Extract<Declared, { name: FurtherName }> => !(one.name in ARRANGED),
);

export const isOf = ({ kinds }: Pick<FurtherField, 'kinds'>, kind: Kind | null): boolean =>
  kinds === null || (kind !== null && kinds.includes(kind));

/** The further fields that an exhibit of this kind has. */
export const furtherOf = (kind: Kind | null): readonly FurtherField[] => FURTHER.filter((one) => isOf(one, kind));

/** Something for each further field. */
export const eachFurther = <T>(make: (field: FurtherField) => T): Record<FurtherName, T> =>
  Object.fromEntries(FURTHER.map((one) => [one.name, make(one)])) as Record<FurtherName, T>;

/** The value as the server takes it, from the text of a form. */
export const valueOf = (type: FieldType, text: string): string | number =>
  type === 'whole_number' ? Number(text) : text;

/** The entered further fields of an exhibit of this kind, as the server takes them. */
export const sentFurther = (values: Further, kind: Kind | null): Pick<EvidenceForm, FurtherName> =>
  Object.fromEntries(
    furtherOf(kind).flatMap(({ name, type }) => {
      const text = values[name].trim();
      return text ? [[name, valueOf(type, text)]] : [];
    }),
  );

/** A value as it is read: the name of a language, a grouped number. */
export function readable(type: FieldType, value: string | number, locale: string): string {
  if (type === 'language') return languageName(String(value), locale);
  return type === 'whole_number' ? new Intl.NumberFormat(locale).format(Number(value)) : String(value);
}

/** The further fields of an exhibit that have a value, as they are read. */
export const furtherFacts = (exhibit: EvidenceView, locale: string): { name: FurtherName; text: string }[] =>
  FURTHER.flatMap(({ name, type }) => {
    const value = exhibit[name];
    return value === null ? [] : [{ name, text: readable(type, value, locale) }];
  });
