import { useEffect, useState } from 'react';
import type { EntryView } from '@/api/views';
import { checkEntry, type Finding } from '@/lib/commitments';

/** Results by commitment, cached: an entry never changes. */
const known = new Map<string, Finding>();

/** Recomputes every disclosed entry in this browser, a few at a time, so that scrolling never waits for it. */
export function useChecked(entries: readonly EntryView[]): ReadonlyMap<string, Finding> {
  const [, setDone] = useState(0);
  useEffect(() => {
    let left = false;
    const run = async () => {
      for (const entry of entries) {
        const key = `${entry.commitment}${String(Object.keys(entry.fields ?? {}).length)}`;
        if (left || known.has(key)) continue;
        let finding: Finding;
        try {
          finding = await checkEntry(entry);
        } catch {
          finding = 'differs';
        }
        known.set(key, finding);
        known.set(entry.commitment, finding);
      }
      if (!left) setDone((n) => n + 1);
    };
    void run();
    return () => void (left = true);
  }, [entries]);
  return known;
}
