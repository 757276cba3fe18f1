import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff } from '@/realtime/backoff';
import type { Fact } from '@/realtime/frames';
import { follow, type LiveState, type SocketLike } from '@/realtime/socket';

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
  fact(position: number) {
    this.say({ type: 'fact', position, kind: 'evidence.registered', subject: {}, seat: 'NL-01', party: 'NL', at: '2026-11-24T12:00:00Z' });
  }
}

let wires: Wire[];
let facts: Fact[];
let states: LiveState[];

function start(after = 10, welcome = true) {
  return follow({
    after, random: () => 0,
    open: (from) => {
      const wire = new Wire(from);
      wires.push(wire);
      return wire;
    },
    onFact: (fact) => facts.push(fact),
    onState: (state) => states.push(state),
    stillWelcome: () => Promise.resolve(welcome),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [wires, facts, states] = [[], [], []];
});
afterEach(() => vi.useRealTimers());

describe('the live channel', () => {
  it('resumes from the last fact it has seen, and gives each fact once', async () => {
    const live = start();
    wires[0]!.say({ type: 'welcome', head: 12 });
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
    wires.at(-1)!.say({ type: 'welcome', head: 1 });
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
