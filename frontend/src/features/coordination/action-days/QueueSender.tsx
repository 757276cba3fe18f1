/** Sends the queued entries of an action day as soon as the server can be reached, from any screen of the team. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { recordResult } from './queries/aftermath';
import { boardQuery, move, report, tickerQuery } from './queries/operations';
import { begin } from '@/api/outbox/records';
import { makeSender } from '@/api/outbox/sender';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { useLive } from '@/realtime/LiveProvider';
import { drain, load, of, outbox, settle, type Said } from './queue';
import { useQueue } from './useQueue';
import { WaitingBar } from './WaitingBar';

const AGAIN_MS = 5_000;

/** `shown`: where the screens of a day show it themselves, not twice. */
export function QueueSender({ shown }: { shown: boolean }) {
  const { state } = useLive();
  const { desk, all } = useQueue();
  const deliver = useDeliver();
  const waiting = all.some((one) => !one.refused);

  useEffect(() => {
    begin();
    void load().catch(() => undefined);
  }, []);

  const sender = useMemo(
    // Of two windows one sends; the key of each entry would keep it from being taken twice all the same.
    () =>
      makeSender(`liaison.waiting.${desk.jit}.${desk.seat}`, [AGAIN_MS], async () => {
        await outbox.load();
        await drain(of(outbox.read(), desk), deliver, settle);
        return of(outbox.read(), desk).some((one) => !one.refused) ? 'later' : 'done';
      }),
    [deliver, desk],
  );
  useEffect(() => (waiting ? sender.follow() : undefined), [sender, waiting]);
  useEffect(() => {
    if (waiting) void sender.send();
  }, [sender, state, waiting, all.length]);

  return shown ? <WaitingBar /> : null;
}

/** The list that shows an entry once it is recorded. */
const CHANGED = { move: keys.board, report: keys.ticker, result: keys.results };

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
      } else if (one.what === 'result') {
        await recordResult(jit.id, one.operation, one.action, one.body);
      } else {
        const now = await report(jit.id, one.operation, one.body);
        queries.setQueryData(
          tickerQuery(jit.id, one.operation).queryKey,
          (page) => page && { ...page, items: [now, ...page.items.filter(({ id }) => id !== now.id)] },
        );
      }
      void queries.invalidateQueries({
        queryKey: CHANGED[one.what](jit.id, one.operation),
      });
    },
    [jit.id, queries],
  );
}
