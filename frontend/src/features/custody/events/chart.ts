/** Lanes, marks and access periods of an exhibit's custody, from the entries that the reader may read. Pure. */
import type { EntryView } from '@/api/views';

export const MARKS = [
  'physical',
  'registered',
  'shared',
  'ended',
  'viewed',
  'downloaded',
  'disclosed',
  'other',
] as const;
export type MarkKind = (typeof MARKS)[number];
/** `to`: the party to which it leads. `at`: time of the event. `recorded`: time of the entry. */
export type Mark = {
  at: number;
  recorded: number;
  party: string;
  to: string | null;
  kind: MarkKind;
  entry: EntryView;
};
/** A party has access from one moment to another, or still. */
export type Span = { party: string; level: string; from: number; until: number | null };
export type Chart = { lanes: string[]; marks: Mark[]; spans: Span[]; from: number; until: number };
/** Events of one kind that would cover each other, in one place of a lane. `row`: counted from the middle of the lane. */
export type Placed = { x: number; lane: string; row: number; marks: Mark[] };

/** The lane of background jobs. */
export const SYSTEM = 'system';

const KIND: Record<string, MarkKind> = {
  'evidence.registered': 'registered',
  'evidence.imported': 'registered',
  'custody.imported': 'registered',
  'evidence.released': 'shared',
  'release.started': 'shared',
  'emergency.begun': 'shared',
  'evidence.recalled': 'ended',
  'release.lapsed': 'ended',
  'release.followed': 'ended',
  'evidence.withdrawn': 'ended',
  'evidence.erased': 'ended',
  'evidence.opened': 'viewed',
  'evidence.taken': 'downloaded',
  'copy.answered': 'downloaded',
  'evidence.disclosed': 'disclosed',
  'disclosure.recalled': 'disclosed',
};

export const markKind = (kind: string | null): MarkKind =>
  KIND[kind ?? ''] ?? (kind?.startsWith('custody.') ? 'physical' : 'other');

function text(entry: EntryView, name: string): string | null {
  const value: unknown = entry.fields?.[name]?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Time of the event: stated in the entry where it was recorded later. */
export function timeOf(entry: EntryView): number {
  const occurred: unknown = entry.fields?.['occurred']?.value;
  const stated =
    typeof occurred === 'object' && occurred !== null && 'at' in occurred && typeof occurred.at === 'string'
      ? Date.parse(occurred.at)
      : NaN;
  return Number.isNaN(stated) ? Date.parse(entry.at ?? '') : stated;
}

export function chart(entries: readonly EntryView[]): Chart | null {
  const told = entries
    .filter((entry) => entry.kind !== null && entry.at !== null && !Number.isNaN(timeOf(entry)))
    .sort((a, b) => timeOf(a) - timeOf(b));
  if (told.length === 0) return null;
  const originator =
    told.map((entry) => text(entry, 'originator')).find((one) => one !== null) ??
    told.find((entry) => entry.party !== null)?.party ??
    SYSTEM;
  const marks = marksOf(told, originator);
  const used = new Set(marks.flatMap(({ party, to }) => (to ? [party, to] : [party])));
  const others = [...used].filter((one) => one !== originator && one !== SYSTEM).sort();
  const lanes = [originator, ...others, ...(used.has(SYSTEM) && originator !== SYSTEM ? [SYSTEM] : [])];
  const from = marks[0]?.at ?? 0;
  const until = Math.max(marks.at(-1)?.at ?? from, from + 60_000);
  return { lanes, marks, spans: spansOf(marks, originator), from, until };
}

function marksOf(told: readonly EntryView[], originator: string): Mark[] {
  const offered = new Map<string, string>();
  return told.map((entry): Mark => {
    const kind = markKind(entry.kind);
    const party = entry.party ?? SYSTEM;
    const named = text(entry, 'party');
    const handover = entry.subject?.['handover'];
    if (entry.kind === 'custody.offered' && handover) offered.set(handover, party);
    const mark = { at: timeOf(entry), recorded: Date.parse(entry.at ?? ''), entry, kind };
    if (kind === 'shared' && named) return { ...mark, party: originator, to: named };
    if (kind === 'ended' && named) return { ...mark, party: named, to: originator };
    const giver = entry.kind === 'custody.received' && handover ? offered.get(handover) : undefined;
    return giver && giver !== party ? { ...mark, party: giver, to: party } : { ...mark, party, to: null };
  });
}

const BEGINS: ReadonlySet<string> = new Set([
  'evidence.registered',
  'evidence.imported',
  'custody.seized',
  'custody.collected',
]);

/** The periods in which each party had access, as far as these entries say. */
function spansOf(marks: readonly Mark[], originator: string): Span[] {
  const done: Span[] = [];
  const open = new Map<string, Span>();
  const end = (party: string, at: number) => {
    const span = open.get(party);
    if (!span) return;
    done.push({ ...span, until: at });
    open.delete(party);
  };
  const first = marks.find(({ entry }) => BEGINS.has(entry.kind ?? ''));
  if (first) open.set(originator, { party: originator, level: 'held', from: first.at, until: null });
  for (const { kind, party, to, at, entry } of marks) {
    if (kind === 'shared' && to) {
      end(to, at);
      open.set(to, { party: to, level: text(entry, 'level') ?? 'listed', from: at, until: null });
    } else if (kind === 'ended' && to) end(party, at);
    else if (entry.kind === 'evidence.erased') for (const one of [...open.keys()]) end(one, at);
  }
  return [...done, ...open.values()];
}

/** The lane in which a mark is drawn. */
export const laneOf = (mark: Mark): string => mark.to ?? mark.party;

/**
 * Place marks at so many pixels. Events of the same kind that would cover each other share a place with a number;
 * different events never do: they are drawn above each other, in the next free row of their lane.
 */
export function placed(marks: readonly Mark[], x: (at: number) => number, apart: number): Placed[] {
  const last = new Map<string, Placed>();
  const ends = new Map<string, number[]>();
  const found: Placed[] = [];
  for (const mark of marks) {
    const [lane, at] = [laneOf(mark), x(mark.at)];
    const key = `${lane}|${mark.to ? mark.party : ''}|${mark.entry.kind ?? ''}`;
    const before = last.get(key);
    if (before && at - before.x < apart) {
      before.marks.push(mark);
      continue;
    }
    const rows = ends.get(lane) ?? [];
    const free = rows.findIndex((end) => at - end >= apart);
    const row = free === -1 ? rows.length : free;
    rows[row] = at;
    ends.set(lane, rows);
    const one = { x: at, lane, row, marks: [mark] };
    last.set(key, one);
    found.push(one);
  }
  return found;
}
