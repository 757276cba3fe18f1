import { useCallback, useRef } from 'react';
import { renew } from '@/api/actions';
import type { OpeningView } from '@/api/views';

/** A link that has less than this left is renewed before it is used. */
const MARGIN = 10_000;

/** Gives links of an opening that can still be started; renews them when their minute is nearly over. */
export function useLink(
  jit: string,
  evidence: string,
  first: OpeningView,
): (pick: (opening: OpeningView) => string | undefined) => Promise<string | undefined> {
  const current = useRef(first);
  const running = useRef<Promise<OpeningView> | null>(null);
  return useCallback(
    async (pick) => {
      const soonest = Math.min(...current.current.files.map((file) => Date.parse(file.expires_at)));
      if (soonest - Date.now() < MARGIN) {
        running.current ??= renew(jit, evidence, current.current.id).finally(() => (running.current = null));
        current.current = await running.current;
      }
      return pick(current.current);
    },
    [jit, evidence],
  );
}
