/** Sends what was said on an action day as soon as there is somebody to take it, on whatever screen of the team one is by then. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { boardQuery, move, report, tickerQuery } from './queries/operations';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { useLive } from '@/realtime/LiveProvider';
import { drain, settled, type Said } from './queue';
import { useShelf } from './useQueue';
import { WaitingBar } from './WaitingBar';

const AGAIN = 5_000;

/** `shown`: where the screens of a day show it themselves, not twice. */
export function Sending({ shown }: { shown: boolean }) {
  const { state } = useLive();
  const { key, shelf, all } = useShelf();
  const deliver = useDeliver();
  const sending = useRef(false);
  const waiting = all.some((one) => !one.refused);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      // Of two windows one sends; the key of each would keep it from being taken twice all the same.
      await navigator.locks.request(key, async () => {
        await drain(shelf.read(), deliver, (one, refused) => shelf.write(settled(shelf.read(), one, refused)));
      });
    } finally {
      sending.current = false;
    }
  }, [deliver, key, shelf]);

  useEffect(() => {
    if (!waiting) return;
    void send();
    const timer = setInterval(() => void send(), AGAIN);
    const now = () => void send();
    addEventListener('online', now);
    return () => {
      clearInterval(timer);
      removeEventListener('online', now);
    };
  }, [send, state, waiting, all.length]);

  return shown ? <WaitingBar /> : null;
}

/** One of them to the server; the answer is shown at once, and the channel then tells of it like of everything else. */
function useDeliver(): (one: Said) => Promise<void> {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return useCallback(
    async (one: Said) => {
      if (one.what === 'move') {
        const now = await move(jit.id, one.operation, one.action, one.body);
        queries.setQueryData(
          boardQuery(jit.id, one.operation).queryKey,
          (page) => page && { ...page, items: page.items.map((other) => (other.id === now.id ? now : other)) },
        );
      } else {
        const now = await report(jit.id, one.operation, one.body);
        queries.setQueryData(
          tickerQuery(jit.id, one.operation).queryKey,
          (page) => page && { ...page, items: [now, ...page.items.filter(({ id }) => id !== now.id)] },
        );
      }
      void queries.invalidateQueries({
        queryKey: one.what === 'move' ? keys.board(jit.id, one.operation) : keys.ticker(jit.id, one.operation),
      });
    },
    [jit.id, queries],
  );
}
