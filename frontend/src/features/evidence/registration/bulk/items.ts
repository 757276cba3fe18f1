/** Several exhibits from a CSV file or a folder: what each line or file becomes, and what is wrong with it. Pure but for t(). */
import type { TFunction } from 'i18next';
import { CATEGORIES, HANDLING, KINDS, TLPS } from '@/api/views';
import { FURTHER } from '@/features/evidence/exhibit/fields';
import { pathOf } from '@/features/evidence/files/paths';
import { readWallClock, wallClock } from '@/lib/zones';
import { acquiredAt, type Values } from '@/features/evidence/registration/form';
import { guessCategory, guessKind } from '@/features/evidence/registration/guess';

/** At most so many exhibits are registered in one request. */
export const MOST = 500;

/** `key` stays the same when the same file is chosen again. `path`: where it lies in its folder. */
export type Item = {
  key: string;
  line: number;
  path?: string;
  values: Partial<Values> & { title: string };
  problems: string[];
};

const TEXTS = ['title', 'description', 'acquired_by', 'place', 'legal_basis', 'acquired_zone'] as const;
const FURTHER_NAMES = FURTHER.map(({ name }) => name);
export const COLUMNS = [...TEXTS, 'kind', 'category', 'acquired_at', ...FURTHER_NAMES, 'handling', 'tlp'] as const;
/** As the server takes a language: a code of ISO 639, such as `nl`. */
const LANGUAGE = /^[a-z]{2,3}$/i;
const NUMBER = /^[1-9][0-9]{0,11}$/;
type Column = (typeof COLUMNS)[number];

/** The rows of a CSV text (RFC 4180). The separator is the one that the first line holds most often. */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const [head = ''] = plain.split(/\r?\n/, 1);
  const count = (separator: string) => head.split(separator).length;
  const separator = [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''));
}

/** One exhibit for each line below the column names. */
export function itemsOfCsv(text: string, zone: string, t: TFunction): { items: Item[]; problems: string[] } {
  const [head = [], ...lines] = readCsv(text);
  const names = head.map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !COLUMNS.includes(name as Column));
  const problems = unknown.map((column) => t('bulk/unknownColumn', { column }));
  if (lines.length === 0) problems.push(t('bulk/noLines'));
  if (lines.length > MOST) problems.push(t('bulk/tooMany', { most: MOST }));
  const items = lines.map((cells, index): Item => {
    const read = (column: Column) => cells[names.indexOf(column)]?.trim() ?? '';
    return itemOf(index + 2, read, zone, t);
  });
  return { items, problems };
}

function itemOf(line: number, read: (column: Column) => string, zone: string, t: TFunction): Item {
  const problems: string[] = [];
  const values: Item['values'] = { title: read('title') };
  for (const name of TEXTS) if (read(name)) values[name] = read(name);
  if (!values.title) problems.push(t('bulk/noTitle'));
  const oneOf = <T extends string>(column: Column, all: readonly T[]): T | undefined => {
    const value = read(column);
    if (!value) return undefined;
    const found = all.find((one) => one.toLowerCase() === value.toLowerCase());
    if (!found) problems.push(t('bulk/badValue', { column, value, values: all.join(', ') }));
    return found;
  };
  const kind = oneOf('kind', KINDS);
  const category = oneOf('category', CATEGORIES);
  const tlp = oneOf('tlp', TLPS);
  if (kind) values.kind = kind;
  if (category) values.category = category;
  if (tlp) values.tlp = tlp;
  for (const { name: column, type } of FURTHER) {
    const value = read(column);
    if (type === 'language' && value && !LANGUAGE.test(value)) problems.push(t('bulk/badLanguage', { column, value }));
    else if (type === 'whole_number' && value && !NUMBER.test(value))
      problems.push(t('bulk/badNumber', { column, value }));
    else if (value) values[column] = type === 'language' ? value.toLowerCase() : value;
  }
  const handling = read('handling')
    .split(/[\s+/]+/)
    .filter(Boolean);
  const codes = handling.flatMap((code) => HANDLING.find((one) => one === code.toUpperCase()) ?? []);
  if (codes.length < handling.length)
    problems.push(t('bulk/badValue', { column: 'handling', value: read('handling'), values: HANDLING.join(', ') }));
  else if (codes.length > 0) values.handling = codes;
  const at = read('acquired_at').replace(' ', 'T').replaceAll(' ', '');
  const moment = at.length === 10 ? `${at}T00:00` : at;
  const own = values.acquired_zone ?? zone;
  // With an offset it is a moment, and shown on the clock of the zone.
  const local = /T.*(Z|[+-]\d{2}:\d{2})$/i.test(moment) ? wallClockOf(moment, own) : moment;
  if (at && readWallClock(local, own).kind !== 'exact')
    problems.push(t('bulk/badTime', { column: 'acquired_at', value: read('acquired_at') }));
  else if (at) Object.assign(values, { acquired_at: local, acquired_zone: own });
  return { key: String(line), line, values, problems };
}

function wallClockOf(moment: string, zone: string): string {
  const instant = Date.parse(moment);
  return Number.isNaN(instant) ? '' : wallClock(instant, zone, 'second');
}

/** The facts of origin that each exhibit has for itself. */
export const FACTS = ['acquired_at', 'acquired_zone', 'acquired_by', 'place'] as const;

/** The facts of origin that an exhibit lacks. They are never taken from another one without an act of the user. */
export const lacking = (values: Partial<Values>): (typeof FACTS)[number][] =>
  FACTS.filter((name) => !values[name]?.trim() || (name === 'acquired_at' && acquiredAt(values) === null));

/** The facts of origin that the fields hold, for the selected exhibits. */
export function entered(values: Values): Partial<Values> {
  const { acquired_at, acquired_zone, reading, acquired_by, place } = values;
  return {
    ...(acquiredAt(values) ? { acquired_at, acquired_zone, reading } : {}),
    ...(acquired_by.trim() ? { acquired_by } : {}),
    ...(place.trim() ? { place } : {}),
  };
}

/** One exhibit for each file, named by its name without the folders. */
export const itemsOfFiles = (files: readonly File[]): Item[] =>
  files.map((file, index) => {
    const path = pathOf(file);
    const category = guessCategory([file.name]);
    const guessed = category ? { category, kind: guessKind(category) } : {};
    return {
      key: [path, file.size, file.lastModified].join('\n'),
      line: index + 1,
      path,
      values: { title: file.name.slice(0, 300), ...guessed },
      problems: [],
    };
  });

export const template = (): string => `${COLUMNS.join(',')}\n`;
