/** The events of custody as rows: time of the event beside the time of recording, filtered and in order. Pure. */
import type { EntryView } from '@/api/views';
import { markKind, timeOf, type MarkKind } from './chart';
import type { Range } from './range';
import { timeline } from './timeline';

export const SORTS = ['physical', 'access', 'sharing', 'registration', 'other'] as const;
export type Sort = (typeof SORTS)[number];
export type Order = 'newest' | 'oldest';
/** `late`: milliseconds between event and recording. */
export type Occasion = { kind: 'event'; entry: EntryView; n: number | null; at: number; late: number; sort: Sort };
/** Entries that are not disclosed to the reader, at the place of their numbers. */
export type Gap = { kind: 'gap'; from: number; to: number; at: number };

/** From this delay on, a recording is marked as late. */
export const LATE = 30 * 60_000;

const OF_MARK: Record<MarkKind, Sort> = {
  physical: 'physical',
  registered: 'registration',
  shared: 'sharing',
  ended: 'sharing',
  viewed: 'access',
  downloaded: 'access',
  disclosed: 'access',
  other: 'other',
};
const OF_NOUN: Record<string, Sort> = {
  file: 'registration',
  acquisition: 'registration',
  label: 'registration',
  release: 'sharing',
  recall: 'sharing',
  consent: 'sharing',
  copy: 'access',
  export: 'access',
  emergency: 'access',
};
const OF_KIND: Record<string, Sort> = {
  'evidence.described': 'registration',
  'evidence.derived': 'registration',
  'evidence.inherited': 'registration',
  'evidence.joint': 'registration',
  'evidence.refused': 'access',
};

export function sortOf(kind: string | null): Sort {
  const mark = OF_MARK[markKind(kind)];
  if (mark !== 'other') return mark;
  return OF_KIND[kind ?? ''] ?? OF_NOUN[kind?.split('.')[0] ?? ''] ?? 'other';
}

/**
 * All rows, oldest event first. A gap stands where the entry before it was recorded.
 * `fromFirst`: whether the entries go back to the first one, so that numbers missing before them are withheld.
 */
export function occasions(entries: readonly EntryView[], fromFirst: boolean): (Occasion | Gap)[] {
  let recorded = -Infinity;
  const rows = timeline(entries, fromFirst).map((item): Occasion | Gap => {
    if (item.kind === 'withheld') return { kind: 'gap', from: item.from, to: item.to, at: recorded };
    const { entry, n } = item;
    const at = timeOf(entry);
    recorded = Date.parse(entry.at ?? '');
    return { kind: 'event', entry, n, at, late: Math.max(recorded - at, 0), sort: sortOf(entry.kind) };
  });
  return rows.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
}

/** The rows of a period and a sort. Gaps stand among all events only: they have neither time nor sort. */
export function chosen(rows: readonly (Occasion | Gap)[], range: Range | null, sort: Sort | null): (Occasion | Gap)[] {
  return rows.filter((row) => {
    if (row.kind === 'gap') return range === null && sort === null;
    return (sort === null || row.sort === sort) && (range === null || (row.at >= range.from && row.at <= range.until));
  });
}

export const events = (rows: readonly (Occasion | Gap)[]): Occasion[] =>
  rows.filter((row): row is Occasion => row.kind === 'event');
