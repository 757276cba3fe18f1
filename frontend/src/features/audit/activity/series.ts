/** Groups similar entries of one member into one line. Pure. */
import type { EntryView } from '@/api/views';

export type Series = { key: string; kind: string; seat: string; at: string; entries: EntryView[] };

/** Entries further apart than this are separate lines, in milliseconds. */
const APART = 30 * 60_000;
/** Entries of these kinds say something different each time. */
const SINGLE = [
  'operation.',
  'action.',
  'decision.',
  'consent.',
  'evidence.refused',
  'task.commented',
  'jit.',
  'emergency.',
];
/** How many similar entries make one line. */
const LEAST = 3;

/** Entries newest first, in lines: each one entry, or several of one member and one kind within half an hour and one day. */
export function seriesOf(entries: readonly EntryView[], dayOf: (at: string) => string): Series[] {
  const lines: Series[] = [];
  const open = new Map<string, Series>();
  for (const entry of entries) {
    const { kind, seat, at } = entry;
    if (!kind || !seat || !at) continue;
    const name = `${seat} ${kind} ${dayOf(at)}`;
    const line = open.get(name);
    const last = line?.entries.at(-1)?.at;
    if (line && last && Date.parse(last) - Date.parse(at) <= APART && !SINGLE.some((one) => kind.startsWith(one))) {
      line.entries.push(entry);
      continue;
    }
    const begun = { key: entry.commitment, kind, seat, at, entries: [entry] };
    open.set(name, begun);
    lines.push(begun);
  }
  return lines
    .flatMap((line) => (line.entries.length < LEAST ? line.entries.map((entry) => alone(line, entry)) : [line]))
    .sort(newestFirst);
}

const alone = (line: Series, entry: EntryView): Series => ({
  ...line,
  key: entry.commitment,
  at: entry.at ?? line.at,
  entries: [entry],
});

const newestFirst = (one: Series, other: Series) => (other.entries[0]?.position ?? 0) - (one.entries[0]?.position ?? 0);
