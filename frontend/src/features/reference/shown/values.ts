/** Values of a record with their places, for the list, the search and the dialogs. Pure. */
import type { ReferenceRecord } from '@/features/reference/administration/queries';

export type Sourced = {
  value: unknown;
  source: string | null;
  quality: 'primary' | 'secondary' | 'general' | null;
  declared_on: string | null;
  others: { value: unknown; source: string }[];
  verified_on: string | null;
  verified_by: string | null;
  verified_against: string | null;
  verified: boolean;
  stale: boolean;
};
/** `field`: place in the document, as the API names it; `name`: property; `part`: key of a part of it. */
export type Place = { field: string; name: string; part: string | null; sourced: Sourced };

type Bilingual = { en: string; fr: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSourced = (value: unknown): value is Sourced => isObject(value) && 'verified_on' in value;
export const isBilingual = (value: unknown): value is Bilingual => isObject(value) && 'en' in value && 'fr' in value;

export const keyOf = (record: ReferenceRecord): string => ('code' in record ? record.code : record.key);

export function nameOf(record: ReferenceRecord, language: string): string {
  if ('title' in record) return said(record.title, language);
  if ('code' in record) return said(record.name, language);
  return ('unit' in record ? record.unit.value : record.name.value) ?? record.key;
}

export const said = (words: Bilingual, language: string): string => (language.startsWith('fr') ? words.fr : words.en);

export function valuesOf(record: ReferenceRecord): Place[] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]): Place[] => {
    if (isSourced(value)) return [{ field: name, name, part: null, sourced: value }];
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([part, one]) =>
      isSourced(one) ? [{ field: `${name}.${part}`, name, part, sourced: one }] : [],
    );
  });
}

/** Newest day on which a value of the record was declared. */
export function declaredOn(record: ReferenceRecord): string | null {
  const days = valuesOf(record).flatMap(({ sourced }) => sourced.declared_on ?? []);
  return days.sort().at(-1) ?? null;
}

/** Whether there are values, and none of them is verified. */
export function noneVerified(values: readonly Sourced[]): boolean {
  const recorded = values.filter(({ value }) => value !== null);
  return recorded.length > 0 && recorded.every(({ verified }) => !verified);
}

/** Whether a record contains the text, in any of its words. */
export function matches(record: ReferenceRecord, wanted: string): boolean {
  const sought = wanted.trim().toLowerCase();
  return sought === '' || texts(record).some((text) => text.toLowerCase().includes(sought));
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isObject(value) ? Object.values(value).flatMap(texts) : [];
}

/** How a value is edited: as text, on one line, as one of several words, or as JSON. */
export type Editing = 'text' | 'line' | 'choice' | 'json';

const LINES: ReadonlySet<string> = new Set(['name', 'unit', 'hours', 'portal', 'zone', 'country', 'establishment']);
const STRUCTURED: ReadonlySet<string> = new Set([
  'languages',
  'channels',
  'offences',
  'domains',
  'categories',
  'retention_days',
  'deadlines',
  'issuers',
  'in_force',
  'legal_basis',
  'parties',
  'codes',
]);

export function editingOf(name: string): Editing {
  if (STRUCTURED.has(name)) return 'json';
  if (name === 'coverage' || name === 'court_use') return 'choice';
  return LINES.has(name) ? 'line' : 'text';
}

/** The text in the field of the dialog. */
export function typed(editing: Editing, value: unknown): string {
  if (value === null) return '';
  return editing === 'json' || typeof value !== 'string' ? JSON.stringify(value, null, 2) : value;
}

/** The value of a text that was typed; an empty one is not recorded. Throws `SyntaxError` for text that is no JSON. */
export function untyped(editing: Editing, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return editing === 'json' ? (JSON.parse(trimmed) as unknown) : trimmed;
}

const DURATION = /^PT?(\d+)([HDWMY])$/;

/** Amount and unit of an ISO 8601 duration with one unit. */
export function durationOf(iso: string): { count: number; unit: string } {
  const found = DURATION.exec(iso);
  return { count: Number(found?.[1] ?? 0), unit: found?.[2] ?? '' };
}
