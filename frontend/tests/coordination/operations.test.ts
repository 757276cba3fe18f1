import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import type { ActionView, OperationView, SeatView } from '@/api/views';
import { countdown } from '@/features/coordination/action-days/countdown';
import { EMPTY, momentIn } from '@/lib/moment';
import { changesOf, draftOf, merged } from '@/features/coordination/action-days/list/dayDraft';
import {
  drain,
  firstKept,
  load,
  of,
  outbox,
  say,
  settle,
  stateOf,
  waits,
  wipe,
  type Waiting,
} from '@/features/coordination/action-days/queue';
import { awaitsPartyGo, nameOf, stepsFrom } from '@/features/coordination/action-days/steps';
import { device, disk } from '../support/records';

vi.mock('@/api/outbox/records', () => import('../support/records'));

const DESK = { jit: 'j', seat: 'NL-02' };
const entry = (key: string) => ({ ...DESK, id: key, no: Number(key), refused: null });
const move = (key: string, former: string, state: string, action = 'a'): Waiting =>
  ({
    ...entry(key),
    what: 'move',
    operation: 'o',
    action,
    number: 'NL-2345',
    body: { key, former, state, occurred_at: '2026-12-01T04:30:00Z', reason: null },
  }) as Waiting;
const report = (key: string): Waiting => ({
  ...entry(key),
  what: 'report',
  operation: 'o',
  body: { key, text: 'Door opened', occurred_at: '2026-12-01T04:30:00Z', kind: 'incident', shared: true },
});
const keysOf = (all: readonly Waiting[]) => all.map(({ id }) => id);

/** Sends what `answers` lets through; what the queue holds afterwards, and what was tried. */
async function sent(
  all: readonly Waiting[],
  answers: Record<string, Error>,
): Promise<{ left: readonly Waiting[]; tried: string[] }> {
  const tried: string[] = [];
  for (const one of all) await outbox.add(one);
  await drain(
    outbox.read(),
    (one) => {
      tried.push(one.body.key);
      const answer = answers[one.body.key];
      return answer === undefined ? Promise.resolve() : Promise.reject(answer);
    },
    settle,
  );
  return { left: outbox.read(), tried };
}

beforeEach(() => {
  device.full = false;
  disk.clear();
  localStorage.clear();
  outbox.forget();
});

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
      await outbox.load();
      expect(outbox.read()).toEqual(all);
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
    expect(keysOf(left)).toEqual(['1', '2']);
    expect(left[0]?.refused).toEqual({
      code: 'action-moved-on',
      detail: 'NL-2345 is aborted by now',
      state: 'aborted',
    });
    expect((await sent(left, {})).tried).toEqual([]);
    const ahead = new Problem(422, 'clock-ahead', 'x', [], null, { server_at: '2026-12-01T04:20:00Z' });
    outbox.forget();
    expect((await sent([report('1')], { 1: ahead })).left[0]?.refused?.server).toBe('2026-12-01T04:20:00Z');
  });
  it('shows on top of what the server said', () => {
    const action = { id: 'a', state: 'go' as const, since_at: '2026-12-01T04:00:00Z' };
    expect(stateOf(action, [])).toEqual({ state: 'go', since: '2026-12-01T04:00:00Z', waiting: false });
    const all = [move('1', 'go', 'executing'), move('2', 'executing', 'done'), move('3', 'go', 'aborted', 'b')];
    expect(stateOf(action, all)).toMatchObject({ state: 'done', waiting: true });
    const refused = { code: 'x', detail: '', state: null };
    expect(
      stateOf(
        action,
        all.map((one) => (one.id === '2' ? { ...one, refused } : one)),
      ),
    ).toMatchObject({
      state: 'executing',
    });
  });
  it('survives the page, seat by seat and in order', async () => {
    await say(DESK, report('2'));
    await say({ jit: 'j', seat: 'DE-01' }, report('1'));
    await say(DESK, report('3'));
    outbox.forget();
    await load();
    expect(keysOf(of(outbox.read(), DESK))).toEqual(['2', '3']);
    expect(keysOf(of(outbox.read(), { jit: 'j', seat: 'DE-01' }))).toEqual(['1']);
  });
  it('is sent all the same, and in its order, from a device that keeps nothing; and kept as soon as it does', async () => {
    device.full = true;
    for (const key of ['1', '2']) await say(DESK, report(key));
    expect([outbox.kept(), disk.size]).toEqual([false, 0]);
    await outbox.load();
    expect(keysOf(outbox.read())).toEqual(['1', '2']);
    expect((await sent([], { 2: new TypeError('Failed to fetch') })).tried).toEqual(['1', '2']);
    device.full = false;
    await outbox.load();
    expect([outbox.kept(), [...disk.keys()]]).toEqual([true, ['said/2']]);
  });
  it('is shown at once, before the device has written it', () => {
    let told = 0;
    const stop = outbox.subscribe(() => {
      told += 1;
    });
    void say(DESK, report('1'));
    expect([told, keysOf(outbox.read()), outbox.kept()]).toEqual([1, ['1'], true]);
    expect(outbox.read()).toBe(outbox.read());
    stop();
  });
  it('of an older version of the page is moved, in its order and with its refusals, and stays there until it was', async () => {
    const refused = { code: 'action-moved-on', detail: '', state: 'aborted' };
    const older = (one: Waiting, why: Waiting['refused'] = null) => {
      const { what, operation, body } = one;
      return { what, operation, body, refused: why };
    };
    const list = [older(report('9'), refused), older(report('4'))];
    localStorage.setItem('liaison.waiting.j.NL-02', JSON.stringify(list));
    localStorage.setItem('liaison.waiting.j.DE-01', '{');
    device.full = true;
    await load();
    expect(localStorage.length).toBe(2);
    device.full = false;
    await load();
    expect(Object.keys(localStorage)).toEqual(['liaison.waiting.j.DE-01']);
    outbox.forget();
    await load();
    expect(of(outbox.read(), DESK).map((one) => [one.id, one.refused])).toEqual([
      ['9', refused],
      ['4', null],
    ]);
  });
  it('is not lost with a page that is closed before the database has it', async () => {
    const written = say(DESK, report('1'));
    expect(localStorage.getItem('liaison.waiting.j.NL-02')).toContain('Door opened');
    await written;
    expect(localStorage.length).toBe(0);
    device.full = true;
    await say(DESK, report('2'));
    outbox.forget();
    device.full = false;
    await load();
    expect(keysOf(outbox.read())).toEqual(['1', '2']);
    expect(localStorage.length).toBe(0);
  });
  it('is found before its seat signs out, refused or not, and leaves nothing on the device but what others said', async () => {
    expect(await firstKept([DESK])).toBeNull();
    await sent([move('1', 'go', 'executing'), report('2')], { 1: new Problem(409, 'action-moved-on', '') });
    await outbox.add(report('3'));
    await say({ jit: 'j', seat: 'DE-01' }, report('4'));
    expect((await firstKept([DESK]))?.id).toBe('1');
    await wipe([DESK]);
    expect([...disk.keys()]).toEqual(['said/4']);
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
  it('are named by what they do, and a step back by what it takes back', () => {
    expect([nameOf('planned', 'ready'), nameOf('go', 'executing')]).toEqual(['ready', 'executing']);
    expect([nameOf('go', 'ready'), nameOf('done', 'executing')]).toEqual(['withdrawGo', 'resume']);
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
