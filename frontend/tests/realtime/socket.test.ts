import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff } from '@/realtime/backoff';
import type { Fact, Present } from '@/realtime/frames';
import { follow, type LiveState, type SocketLike } from '@/realtime/socket';

const HERE = { seat: 'NL-01', party: 'NL', since: '2026-11-24T12:00:00.000000Z', focus: null };

class Wire implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  sent: string[] = [];
  closed = false;
  constructor(readonly after: number) {}
  send(data: string) {
    this.sent.push(data);
  }
  close() {
    if (this.closed) return;
    this.closed = true;
    this.onclose?.();
  }
  say(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  welcome(head: number) {
    this.say({ type: 'welcome', head, seat: 'NL-01', present: [HERE] });
  }
  fact(position: number) {
    this.say({
      type: 'fact',
      position,
      kind: 'evidence.registered',
      subject: {},
      seat: 'NL-01',
      party: 'NL',
      at: '2026-11-24T12:00:00Z',
    });
  }
}

let wires: Wire[];
let facts: Fact[];
let states: LiveState[];
let heads: number[];
let presences: (readonly Present[])[];
let bundles: number;

function start(after = 10, welcome = true) {
  return follow({
    after,
    random: () => 0,
    open: (from) => {
      const wire = new Wire(from);
      wires.push(wire);
      return wire;
    },
    onFact: (fact) => facts.push(fact),
    onState: (state) => states.push(state),
    onHead: (position) => heads.push(position),
    onPresence: (present) => presences.push(present),
    onExport: () => (bundles += 1),
    stillWelcome: () => Promise.resolve(welcome),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [wires, facts, states, heads, presences] = [[], [], [], [], []];
  bundles = 0;
});
afterEach(() => vi.useRealTimers());

describe('the live channel', () => {
  it('tells that a bundle of one’s own is further, and with each welcome that it may be', async () => {
    const live = start();
    wires[0]!.welcome(12);
    expect(bundles).toBe(1);
    wires[0]!.say({ type: 'export', export: 'b' });
    wires[0]!.say({ type: 'export' });
    expect(bundles).toBe(2);
    wires[0]!.close();
    await vi.advanceTimersByTimeAsync(1000);
    wires[1]!.welcome(12);
    expect(bundles).toBe(3);
    expect(facts).toEqual([]);
    live.close();
  });
  it('resumes from the last fact it has seen, and gives each fact once', async () => {
    const live = start();
    wires[0]!.welcome(12);
    wires[0]!.fact(11);
    wires[0]!.fact(12);
    wires[0]!.fact(12);
    wires[0]!.fact(11);
    wires[0]!.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(wires.map(({ after }) => after)).toEqual([10, 12]);
    wires[1]!.fact(12);
    wires[1]!.fact(13);
    expect(facts.map(({ position }) => position)).toEqual([11, 12, 13]);
    expect(states).toEqual(['connecting', 'live', 'waiting', 'connecting']);
    live.close();
  });
  it('takes resume_after from a bye and comes back at once when its ten minutes are over', async () => {
    const live = start();
    wires[0]!.say({ type: 'bye', reason: 'expired', resume_after: 40 });
    wires[0]!.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(wires[1]!.after).toBe(40);
    live.close();
  });
  it('waits longer after every failure and starts afresh after a welcome', async () => {
    const live = start();
    for (let round = 0; round < 3; round += 1) {
      wires.at(-1)!.close();
      await vi.advanceTimersByTimeAsync(backoff(round, 0) - 1);
      const before = wires.length;
      await vi.advanceTimersByTimeAsync(1);
      expect(wires.length).toBe(before + 1);
    }
    wires.at(-1)!.welcome(1);
    wires.at(-1)!.close();
    await vi.advanceTimersByTimeAsync(backoff(0, 0));
    expect(wires).toHaveLength(5);
    live.close();
  });
  it('answers pings, and gives up a line that is silent', async () => {
    const live = start();
    wires[0]!.say({ type: 'ping' });
    expect(wires[0]!.sent).toEqual(['{"type":"pong"}']);
    await vi.advanceTimersByTimeAsync(46_000);
    expect(wires[0]!.closed).toBe(true);
    live.close();
  });
  it('ends when nobody is signed in any more', async () => {
    start(10, false);
    wires[0]!.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wires).toHaveLength(1);
    expect(states.at(-1)).toBe('ended');
  });
  it('resumes behind a head, which comes after every fact that it covers', async () => {
    const live = start();
    wires[0]!.welcome(10);
    wires[0]!.fact(11);
    wires[0]!.say({ type: 'head', position: 30 });
    wires[0]!.say({ type: 'head', position: 'x' });
    wires[0]!.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(heads).toEqual([30]);
    expect(wires[1]!.after).toBe(30);
    live.close();
  });
  it('tells who is here, and says after each break what is looked at', async () => {
    const live = start();
    live.turn('a');
    expect(wires[0]!.sent).toEqual([]);
    wires[0]!.welcome(10);
    live.turn('a');
    live.turn('b');
    const other = { ...HERE, seat: 'NL-02', focus: { evidence: 'b' } };
    wires[0]!.say({ type: 'presence', present: [HERE, other] });
    wires[0]!.say({ type: 'presence' });
    expect(presences).toEqual([[HERE], [HERE, other]]);
    const said = (evidence: string) => JSON.stringify({ type: 'focus', subject: { evidence } });
    expect(wires[0]!.sent).toEqual([said('a'), said('b')]);
    wires[0]!.close();
    await vi.advanceTimersByTimeAsync(1000);
    wires[1]!.welcome(10);
    expect(wires[1]!.sent).toEqual([said('b')]);
    live.turn(null);
    expect(wires[1]!.sent.at(-1)).toBe('{"type":"focus","subject":null}');
    live.close();
  });
  it('does nothing on a frame that it does not understand', () => {
    const live = start();
    wires[0]!.onmessage?.({ data: 'nonsense' });
    wires[0]!.say({ type: 'fact', position: 'x' });
    wires[0]!.say({ type: 'other' });
    expect(facts).toEqual([]);
    live.close();
  });
});

describe('backoff', () => {
  it('doubles, is capped, and spreads by half', () => {
    expect([0, 1, 2, 20].map((attempt) => backoff(attempt, 0))).toEqual([250, 500, 1000, 10_000]);
    expect(backoff(20, 0.999)).toBeLessThanOrEqual(20_000);
  });
});
