/** The custody of an exhibit as it is shown: disclosed entries in the order of their chain, and what is missing between them. Pure. */
import type { EntryView } from '@/api/views';
import { chainOf } from '@/lib/commitments';

export type Item =
  { kind: 'entry'; n: number | null; entry: EntryView } | { kind: 'withheld'; from: number; to: number };

/**
 * Oldest first. A number of the chain that no disclosed entry carries is an entry that others read: it is shown as withheld,
 * before the first of these entries too where they go back to the beginning (`fromFirst`) and nothing older is still to be read.
 */
export function timeline(entries: readonly EntryView[], fromFirst: boolean): Item[] {
  const numbered: { n: number; entry: EntryView }[] = [];
  const rest: EntryView[] = [];
  for (const entry of entries) {
    const link = chainOf(entry);
    if (link) numbered.push({ n: link.n, entry });
    else rest.push(entry);
  }
  numbered.sort((a, b) => a.n - b.n);
  // What bears no number of this chain (an export of several exhibits, whatever is beyond who knows a name alone) stands where its time puts it.
  rest.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  const items: Item[] = [];
  let expected = fromFirst ? 1 : (numbered[0]?.n ?? 1);
  let placed = 0;
  for (const { n, entry } of numbered) {
    for (let next = rest[placed]; next && (next.id ?? '') < (entry.id ?? ''); next = rest[++placed])
      items.push({ kind: 'entry', n: null, entry: next });
    if (n > expected) items.push({ kind: 'withheld', from: expected, to: n - 1 });
    items.push({ kind: 'entry', n, entry });
    expected = n + 1;
  }
  for (const entry of rest.slice(placed)) items.push({ kind: 'entry', n: null, entry });
  return items;
}
