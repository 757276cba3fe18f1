import { describe, expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import type { ActionView, OperationView, SeatView } from '@/api/views';
import { countdown } from '@/features/coordination/action-days/countdown';
import { EMPTY, momentIn } from '@/lib/moment';
import { changesOf, draftOf, merged } from '@/features/coordination/action-days/list/dayDraft';
import {
  drain,
  firstKept,
  queueKey,
  settled,
  shelf,
  stateOf,
  waits,
  wipe,
  type Waiting,
} from '@/features/coordination/action-days/queue';
import { awaitsPartyGo, stepsFrom } from '@/features/coordination/action-days/steps';

const move = (key: string, former: string, state: string, action = 'a'): Waiting =>
  ({
    what: 'move',
    operation: 'o',
    action,
    number: 'NL-2345',
    refused: null,
    body: { key, former, state, occurred_at: '2026-12-01T04:30:00Z', reason: null },
  }) as Waiting;
const report = (key: string): Waiting => ({
  what: 'report',
  operation: 'o',
  refused: null,
  body: { key, text: 'Door opened', occurred_at: '2026-12-01T04:30:00Z', kind: 'incident', shared: true },
});

/** Sends what `answers` lets through; what the queue holds afterwards, and what was tried. */
async function sent(
  all: readonly Waiting[],
  answers: Record<string, Error>,
): Promise<{ left: readonly Waiting[]; tried: string[] }> {
  let left = all;
  const tried: string[] = [];
  await drain(
    all,
    (one) => {
      tried.push(one.body.key);
      const answer = answers[one.body.key];
      return answer === undefined ? Promise.resolve() : Promise.reject(answer);
    },
    (one, refused) => {
      left = settled(left, one, refused);
    },
  );
  return { left, tried };
}

describe('what waits to be sent', () => {
  it('goes in the order in which it was said, and is gone once it was taken', async () => {
    const { left, tried } = await sent([move('1', 'go', 'executing'), report('2'), move('3', 'executing', 'done')], {});
    expect([left, tried]).toEqual([[], ['1', '2', '3']]);
  });
  it('stays, whole and in order, while nobody answers, a server starts again or the session ran out', async () => {
    for (const error of [
      new Problem(0, 'no-answer', ''),
      new Problem(503, 'unavailable', ''),
      new Problem(401, 'unauthenticated', ''),
      new Problem(429, 'throttled', ''),
      new TypeError('Failed to fetch'),
    ]) {
      expect(waits(error)).toBe(true);
      const all = [move('1', 'go', 'executing'), report('2')];
      expect(await sent(all, { 1: error })).toEqual({ left: all, tried: ['1'] });
    }
  });
  it('is kept with the server’s words where it was refused, and what follows of that action waits for a person', async () => {
    const moved = new Problem(409, 'action-moved-on', 'NL-2345 is aborted by now', [], null, { state: 'aborted' });
    const all = [
      move('1', 'go', 'executing'),
      move('2', 'executing', 'done'),
      report('3'),
      move('4', 'go', 'executing', 'b'),
    ];
    const { left, tried } = await sent(all, { 1: moved });
    expect(tried).toEqual(['1', '3', '4']);
    expect(left.map((one) => one.body.key)).toEqual(['1', '2']);
    expect(left[0]?.refused).toEqual({
      code: 'action-moved-on',
      detail: 'NL-2345 is aborted by now',
      state: 'aborted',
    });
    expect((await sent(left, {})).tried).toEqual([]);
    const ahead = new Problem(422, 'clock-ahead', 'x', [], null, { server_at: '2026-12-01T04:20:00Z' });
    expect((await sent([report('1')], { 1: ahead })).left[0]?.refused?.server).toBe('2026-12-01T04:20:00Z');
  });
  it('shows on top of what the server said', () => {
    const action = { id: 'a', state: 'go' as const, since_at: '2026-12-01T04:00:00Z' };
    expect(stateOf(action, [])).toEqual({ state: 'go', since: '2026-12-01T04:00:00Z', waiting: false });
    const all = [move('1', 'go', 'executing'), move('2', 'executing', 'done'), move('3', 'go', 'aborted', 'b')];
    expect(stateOf(action, all)).toMatchObject({ state: 'done', waiting: true });
    expect(stateOf(action, settled(all, all[1] as Waiting, { code: 'x', detail: '', state: null }))).toMatchObject({
      state: 'executing',
    });
  });
  it('survives the page, seat by seat, and a store that is broken or closed', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const opened = (seat: string) => shelf(() => store, queueKey('j', seat));
    expect(opened('NL-02').write([report('1')])).toBe(true);
    expect(opened('NL-02').read()).toEqual([report('1')]);
    expect(opened('DE-01').read()).toEqual([]);
    kept.set('liaison.waiting.j.DE-01', '{');
    expect(opened('DE-01').read()).toEqual([]);
  });
  it('is sent all the same, and in its order, from a device that keeps nothing', async () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    for (const store of [
      () => full,
      () => {
        throw new Error('closed to this page');
      },
    ]) {
      const queue = shelf(store, 'x');
      expect(queue.read()).toEqual([]);
      expect(queue.write([report('1')])).toBe(false);
      expect(queue.write([...queue.read(), report('2')])).toBe(false);
      expect((await sent(queue.read(), {})).tried).toEqual(['1', '2']);
    }
  });
  it('is on the device again as soon as that keeps it', () => {
    let room = false;
    const kept = new Map<string, string>();
    const queue = shelf(
      () => ({
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => {
          if (!room) throw new Error('full');
          kept.set(key, value);
        },
      }),
      'x',
    );
    expect(queue.write([report('1')])).toBe(false);
    room = true;
    expect(queue.write(queue.read())).toBe(true);
    expect(kept.get('x')).toContain('"1"');
  });
  it('is found before its seat signs out, refused or not, and leaves nothing on the device but what others said', () => {
    const kept = new Map<string, string>();
    const store = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    const [own, other] = [queueKey('j', 'NL-02'), queueKey('j', 'DE-01')];
    expect(firstKept(store, own)).toBeNull();
    const refused = {
      ...move('1', 'go', 'executing'),
      refused: { code: 'action-moved-on', detail: '', state: 'aborted' },
    } as Waiting;
    shelf(store, own).write([refused, report('2')]);
    shelf(store, other).write([report('3')]);
    expect(firstKept(store, own)).toEqual(refused);
    wipe(store, [own]);
    expect([...kept.keys()]).toEqual([other]);
    expect(() =>
      wipe(() => {
        throw new Error('closed to this page');
      }, [own]),
    ).not.toThrow();
  });
});

describe('an action day', () => {
  it('counts down to H and up from it', () => {
    const h = '2026-12-01T04:30:00Z';
    expect(countdown(h, Date.parse('2026-12-01T03:00:53Z'))).toBe('H−01:29:07');
    expect(countdown(h, Date.parse('2026-12-01T04:30:12Z'))).toBe('H+00:00:12');
    expect(countdown(h, Date.parse('2026-11-28T00:30:00Z'))).toBe('H−3d 04:00:00');
  });
  it('offers steps to its own party, go to its leaders and only on the day', () => {
    const action = { party: 'NL' } as ActionView;
    const seat = (party: string, role: string) => ({ party, roles: [role] }) as SeatView;
    const states = (...parts: Parameters<typeof stepsFrom>) => stepsFrom(...parts).map(({ state }) => state);
    const live = { live: true, go: true };
    expect(states('ready', action, seat('NL', 'leader'), live)).toEqual(['go', 'planned', 'aborted']);
    expect(states('ready', action, seat('NL', 'member'), live)).toEqual(['planned', 'aborted']);
    expect(states('ready', action, seat('NL', 'leader'), { live: false, go: true })).toEqual(['planned', 'aborted']);
    expect(states('ready', action, seat('DE', 'leader'), live)).toEqual([]);
    expect(states('ready', action, seat('NL', 'coordinator'), live)).toEqual([]);
  });
  it('holds actions of a party that did not confirm GO, and says so to its leaders', () => {
    const action = { party: 'NL' } as ActionView;
    const seat = (role: string) => ({ party: 'NL', roles: [role] }) as SeatView;
    const without = { live: true, go: false };
    expect(stepsFrom('ready', action, seat('leader'), without).map(({ state }) => state)).toEqual([
      'planned',
      'aborted',
    ]);
    expect(awaitsPartyGo('ready', action, seat('leader'), without)).toBe(true);
    expect(awaitsPartyGo('ready', action, seat('member'), without)).toBe(false);
    expect(awaitsPartyGo('planned', action, seat('leader'), without)).toBe(false);
  });
  it('is never begun at one of two moments without asking which', () => {
    expect(momentIn({ local: '2026-10-25T02:30', reading: '' }, 'Europe/Paris')).toMatchObject({
      at: null,
      fault: 'tasks/timeTwice',
    });
    expect(momentIn({ local: '2026-10-25T02:30', reading: '2026-10-25T02:30:00+01:00' }, 'Europe/Paris').at).toBe(
      '2026-10-25T01:30:00.000Z',
    );
    expect(momentIn({ local: '2026-03-29T02:30', reading: '' }, 'Europe/Paris').fault).toBe('tasks/timeNever');
  });
});

describe('an action day that is changed by two', () => {
  const day = {
    title: 'Lantern out',
    kind: 'real',
    h_at: '2031-06-01T04:00:00Z',
    h_zone: 'Europe/Amsterdam',
  } as OperationView;
  it('sends what differs, and nothing else', () => {
    expect(changesOf(day, draftOf(day))).toEqual({});
    expect(changesOf(day, { ...draftOf(day), title: ' Lantern in ' })).toEqual({ title: 'Lantern in' });
    expect(changesOf(day, { ...draftOf(day), hour: { local: '2031-06-01T07:00', reading: '' } })).toEqual({
      h_at: '2031-06-01T05:00:00.000Z',
      h_zone: 'Europe/Amsterdam',
    });
    expect(changesOf(day, { ...draftOf(day), kind: 'rehearsal', hour: EMPTY })).toEqual({ kind: 'rehearsal' });
  });
  it('takes over what only the other changed, and keeps mine', () => {
    const theirs = { ...day, h_at: '2031-06-01T03:00:00Z', title: 'Lantern off' };
    const now = merged(day, theirs, { ...draftOf(day), title: 'Lantern in' });
    expect([now.title, now.hour.local]).toEqual(['Lantern in', '2031-06-01T05:00']);
    expect(changesOf(theirs, now)).toEqual({ title: 'Lantern in' });
  });
});

describe('the one queue of a page', () => {
  it('tells all who show it, and is the same list while it holds the same', () => {
    const kept = new Map<string, string>();
    const queue = shelf(
      () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }),
      'x',
    );
    let told = 0;
    const stop = queue.subscribe(() => {
      told += 1;
    });
    expect(queue.read()).toBe(queue.read());
    queue.write([report('1')]);
    expect([told, queue.read().length, queue.kept()]).toEqual([1, 1, true]);
    expect(queue.read()).toBe(queue.read());
    kept.delete('x'); // another window, or signing out
    expect(queue.read()).toEqual([]);
    stop();
    queue.write([report('2')]);
    expect(told).toBe(1);
  });
});
