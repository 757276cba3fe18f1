import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { keys } from '@/api/queries';
import { makeRefresher } from '@/realtime/refresher';

const stale = keys.pending('one');

afterEach(() => vi.useRealTimers());

/** A watched query whose answers the test gives, in order. */
function watched(client: QueryClient): { answers: ((value: string) => void)[]; data: () => string | undefined } {
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver<string>(client, {
    queryKey: stale,
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  observer.subscribe(() => undefined);
  return { answers, data: () => observer.getCurrentResult().data };
}

test('a fact during the first load reloads the query after its answer', async () => {
  vi.useFakeTimers();
  const client = new QueryClient();
  const { answers, data } = watched(client);
  const refresher = makeRefresher(client);
  refresher.touch([stale]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answers).toHaveLength(1);

  answers[0]?.('read before the fact');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answers).toHaveLength(2);
  answers[1]?.('read after it');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(data()).toBe('read after it');
  expect(answers).toHaveLength(2);
});

test('facts after the first load reload it, and none after the channel was left', async () => {
  vi.useFakeTimers();
  const client = new QueryClient();
  const { answers } = watched(client);
  answers[0]?.('one');
  await vi.advanceTimersByTimeAsync(0);
  const refresher = makeRefresher(client);
  refresher.touch([stale]);
  await vi.advanceTimersByTimeAsync(0);
  expect(answers).toHaveLength(2);
  refresher.stop();
  refresher.touch([stale]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answers).toHaveLength(2);
});
