/** The last state of a running action day on this device: saved, shown without a network, and deleted. */
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { membersQuery, meQuery, partiesQuery } from '@/api/queries';
import type { MeView, OperationView } from '@/api/views';
import { dayOf } from '@/app/savedDays';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery, operationQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';
import { answeredAt, remove, restore, save, sweep } from '@/features/coordination/action-days/saved-day/savedDay';
import { disk } from '../support/records';

vi.mock('@/api/outbox/records', () => import('../support/records'));

const NOW = Date.parse('2026-03-03T09:00:00Z');
const me = (account: string, ...teams: string[]) =>
  ({
    account: { id: account },
    seats: teams.map((id) => ({ jit: { id }, seat: { code: 'NL-02' } })),
  }) as unknown as MeView;

/** What the server answered about a day of the team `j` to the account `noor`. */
function answered(state: OperationView['state'] = 'live'): QueryClient {
  const queries = new QueryClient();
  const set = (key: readonly unknown[], data: unknown) => queries.setQueryData(key, data, { updatedAt: NOW });
  set(meQuery().queryKey, me('noor', 'j', 'other'));
  set(operationQuery('j', 'o').queryKey, { id: 'o', state });
  for (const { queryKey } of [
    partiesQuery('j'),
    membersQuery('j'),
    boardQuery('j', 'o'),
    tickerQuery('j', 'o'),
    resultsQuery('j', 'o'),
  ])
    set(queryKey, { items: [] });
  return queries;
}

beforeEach(() => {
  disk.clear();
  vi.useFakeTimers({ now: NOW + 60_000, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  onlineManager.setOnline(true);
});

describe('the saved state of an action day', () => {
  it('is shown with its time, to be asked for anew, and holds only this team of the account', async () => {
    expect(await save(answered(), 'j', 'o')).toBe(true);
    const queries = new QueryClient();
    expect(await restore(queries, 'j', 'o', 'plan')).toBe(true);
    expect(answeredAt(queries, 'j', 'o')).toBe(NOW);
    expect(queries.getQueryData(meQuery().queryKey)?.seats.map(({ jit }) => jit.id)).toEqual(['j']);
    expect(queries.getQueryState(boardQuery('j', 'o').queryKey)?.isInvalidated).toBe(true);
    expect([...disk.keys()]).toEqual(['boards/j/o']);
    expect(await restore(new QueryClient(), 'j', 'another', 'plan')).toBe(false);
  });
  it('opens the plan only while the day is running, and is not saved of a closed day or of half of one', async () => {
    await save(answered('planned'), 'j', 'o');
    expect(await restore(new QueryClient(), 'j', 'o', 'plan')).toBe(false);
    expect(await restore(new QueryClient(), 'j', 'o', 'board')).toBe(true);
    disk.clear();
    const half = answered();
    half.removeQueries({ queryKey: boardQuery('j', 'o').queryKey });
    expect([await save(answered('closed'), 'j', 'o'), await save(half, 'j', 'o'), disk.size]).toEqual([
      false,
      false,
      0,
    ]);
  });
  it('is deleted for another account, without the team, at the end of the session, and after three days', async () => {
    const readers = [me('noor', 'j'), me('daan', 'j'), me('noor', 'other'), null];
    const left = [];
    for (const reader of readers) {
      await save(answered(), 'j', 'o');
      await sweep(reader);
      left.push(disk.size);
    }
    expect(left).toEqual([1, 0, 0, 0]);
    await save(answered(), 'j', 'o');
    vi.setSystemTime(NOW + 3 * 86_400_000 + 1);
    expect(await restore(new QueryClient(), 'j', 'o', 'board')).toBe(false);
    await sweep(me('noor', 'j'));
    expect(disk.size).toBe(0);
  });
  it('is not left behind by a deletion that comes while it is written', async () => {
    const saving = save(answered(), 'j', 'o');
    await Promise.all([saving, remove('j', 'o')]);
    expect(disk.size).toBe(0);
  });
  it('belongs to the addresses of the plan and the board', () => {
    expect(dayOf('/jits/j/operations/o')).toEqual({ jit: 'j', operation: 'o', screen: 'plan' });
    expect(dayOf('/jits/j/operations/o/board')).toEqual({ jit: 'j', operation: 'o', screen: 'board' });
    expect([dayOf('/jits/j/operations'), dayOf('/jits/j/tasks/o')]).toEqual([null, null]);
  });
});
