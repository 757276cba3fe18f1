import { useEffect, useState } from 'react';
import { sourceOf } from './queries';
import type { EntryView } from '@/api/views';
import type { Checkpoint } from '@/lib/notes';
import { includes } from '@/lib/watch';

/** Whether an entry is in a checkpoint that this browser verified; `absent`: not at the stated position. */
export type Inclusion = 'included' | 'absent';

/** By commitment. An entry in one verified checkpoint is in every later one that contains that checkpoint. */
const known = new Map<string, Inclusion>();

/** Proves entries in the checkpoint one after the other, newest first, so that scrolling stays smooth. */
export function useIncluded(
  jit: string,
  entries: readonly EntryView[],
  checkpoint: Checkpoint | null,
): ReadonlyMap<string, Inclusion> {
  const [, setDone] = useState(0);
  const size = checkpoint?.size ?? 0;
  useEffect(() => {
    if (!checkpoint) return;
    let left = false;
    const run = async () => {
      const source = sourceOf(jit);
      let proved = 0;
      for (const { commitment, position } of [...entries].sort((a, b) => (b.position ?? 0) - (a.position ?? 0))) {
        if (left) return;
        if (known.has(commitment) || position === null || position >= size) continue;
        try {
          known.set(commitment, (await includes(checkpoint, commitment, position, source)) ? 'included' : 'absent');
        } catch {
          return; // no answer, or no SHA-256 here: the marks stay away, and are tried again with the next checkpoint
        }
        proved += 1;
        if (proved % 20 === 0) setDone((n) => n + 1);
      }
      if (proved > 0) setDone((n) => n + 1);
    };
    void run();
    return () => void (left = true);
    // An examined checkpoint is known by its size: a fork of that size is an alarm, not another checkpoint.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jit, entries, size]);
  return known;
}
