/** An exhibit's way between the parties, from the entries that this seat may read: lanes, spans and marks in time. Pure. */
import type { EntryView } from '@/api/views';

export const MARKS = ['registered', 'released', 'ended', 'opened', 'copied', 'disclosed', 'handed', 'other'] as const;
export type MarkKind = (typeof MARKS)[number];
/** `to`: the party that it reaches, where it leads to another. */
export type Mark = { at: number; party: string; to: string | null; kind: MarkKind; entry: EntryView };
/** A party has it: from one moment to another, or still. */
export type Span = { party: string; level: string; from: number; until: number | null };
export type Chart = { lanes: string[]; marks: Mark[]; spans: Span[]; from: number; until: number };
/** Marks of one sort that would stand on each other, as one. */
export type Cluster = { x: number; party: string; to: string | null; kind: MarkKind; marks: Mark[] };

/** What the clock did stands in a lane of its own. */
export const SYSTEM = 'system';

const KIND: Record<string, MarkKind> = {
  'evidence.registered': 'registered',
  'evidence.imported': 'registered',
  'custody.seized': 'registered',
  'custody.collected': 'registered',
  'evidence.released': 'released',
  'release.started': 'released',
  'emergency.begun': 'released',
  'evidence.recalled': 'ended',
  'release.lapsed': 'ended',
  'release.followed': 'ended',
  'evidence.withdrawn': 'ended',
  'evidence.erased': 'ended',
  'evidence.opened': 'opened',
  'evidence.taken': 'copied',
  'copy.answered': 'copied',
  'evidence.disclosed': 'disclosed',
  'disclosure.recalled': 'disclosed',
  'custody.received': 'handed',
  'custody.transported': 'handed',
  'custody.returned': 'handed',
};

function text(entry: EntryView, name: string): string | null {
  const value: unknown = entry.fields?.[name]?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** When it happened: what is recorded late says so itself. */
function moment(entry: EntryView): number {
  const occurred: unknown = entry.fields?.['occurred']?.value;
  const said =
    typeof occurred === 'object' && occurred !== null && 'at' in occurred && typeof occurred.at === 'string'
      ? Date.parse(occurred.at)
      : NaN;
  return Number.isNaN(said) ? Date.parse(entry.at ?? '') : said;
}

export function chart(entries: readonly EntryView[]): Chart | null {
  const told = entries
    .filter((entry) => entry.kind !== null && entry.at !== null && !Number.isNaN(moment(entry)))
    .sort((a, b) => moment(a) - moment(b));
  if (told.length === 0) return null;
  const originator =
    told.map((entry) => text(entry, 'originator')).find((one) => one !== null) ??
    told.find((entry) => entry.party !== null)?.party ??
    SYSTEM;
  const offered = new Map<string, string>();
  const marks = told.map((entry): Mark => {
    const kind = KIND[entry.kind ?? ''] ?? 'other';
    const party = entry.party ?? SYSTEM;
    const named = text(entry, 'party');
    const handover = entry.subject?.['handover'];
    if (entry.kind === 'custody.offered' && handover) offered.set(handover, party);
    const mark = { at: moment(entry), entry, kind };
    if (kind === 'released' && named) return { ...mark, party: originator, to: named };
    if (kind === 'ended' && named) return { ...mark, party: named, to: originator };
    const giver = kind === 'handed' && handover ? offered.get(handover) : undefined;
    return giver && giver !== party ? { ...mark, party: giver, to: party } : { ...mark, party, to: null };
  });
  const used = new Set(marks.flatMap(({ party, to }) => (to ? [party, to] : [party])));
  const others = [...used].filter((one) => one !== originator && one !== SYSTEM).sort();
  const lanes = [originator, ...others, ...(used.has(SYSTEM) && originator !== SYSTEM ? [SYSTEM] : [])];
  const from = marks[0]?.at ?? 0;
  return {
    lanes,
    marks,
    spans: spans(marks, originator),
    from,
    until: Math.max(marks.at(-1)?.at ?? from, from + 60_000),
  };
}

/** Who had it when, as far as these entries say. */
function spans(marks: readonly Mark[], originator: string): Span[] {
  const done: Span[] = [];
  const open = new Map<string, Span>();
  const end = (party: string, at: number) => {
    const span = open.get(party);
    if (!span) return;
    done.push({ ...span, until: at });
    open.delete(party);
  };
  const first = marks.find(({ kind }) => kind === 'registered');
  if (first) open.set(originator, { party: originator, level: 'held', from: first.at, until: null });
  for (const { kind, party, to, at, entry } of marks) {
    if (kind === 'released' && to) {
      end(to, at);
      open.set(to, { party: to, level: text(entry, 'level') ?? 'listed', from: at, until: null });
    } else if (kind === 'ended' && to) end(party, at);
    else if (entry.kind === 'evidence.erased') for (const one of [...open.keys()]) end(one, at);
  }
  return [...done, ...open.values()];
}

/** Marks as they stand at so many pixels: what would cover its neighbour of the same sort joins it. */
export function clustered(marks: readonly Mark[], x: (at: number) => number, apart: number): Cluster[] {
  const last = new Map<string, Cluster>();
  const found: Cluster[] = [];
  for (const mark of marks) {
    const key = `${mark.party}>${mark.to ?? ''}>${mark.kind}`;
    const before = last.get(key);
    const at = x(mark.at);
    if (before && at - before.x < apart) before.marks.push(mark);
    else {
      const cluster = { x: at, party: mark.party, to: mark.to, kind: mark.kind, marks: [mark] };
      last.set(key, cluster);
      found.push(cluster);
    }
  }
  return found;
}
