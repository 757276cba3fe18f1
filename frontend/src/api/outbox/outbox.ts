/**
 * The outbox of this device: what was entered and waits to be sent, in the order in which it was entered. Entries are in the
 * database of the device (records.ts) and shown from memory; every window of the page follows a change.
 * Not here: what an entry means and how one is sent (the features), and when (sender.ts).
 */
import * as records from './records';

/** `no`: its place in the order on this device. */
export type Entry = { id: string; no: number };

export type Outbox<One extends Entry> = {
  /** By number; the same list while it holds the same. */
  read: () => readonly One[];
  /** Told of each change, of another window too. */
  subscribe: (changed: () => void) => () => void;
  load: () => Promise<void>;
  nextNo: () => number;
  /** Shows an entry at once and then writes it. */
  add: (entry: One) => Promise<void>;
  /** Replaces an entry by what is made of the stored one; null removes it. */
  write: (id: string, make: (stored: One | null) => One | null) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Shows nothing more of what was wiped from the device. */
  forget: () => void;
  /** Whether the device keeps all of it. */
  kept: () => boolean;
};

/** Held from reading a record to writing it, so that of two who change it at once, in any window, neither undoes the other. */
const WRITING = 'liaison-outbox/writing';

const boxes = new Map<records.Place, () => void>();
let channel: BroadcastChannel | null = null;

/** Tells the other windows that a place changed, and follows theirs. */
function connected(): BroadcastChannel {
  if (channel === null) {
    channel = new BroadcastChannel('liaison-outbox');
    channel.onmessage = ({ data }: MessageEvent<records.Place>) => boxes.get(data)?.();
  }
  return channel;
}

/** `inPage`: an entry that the device does not keep is held in this page; otherwise writing it fails. */
export function makeOutbox<One extends Entry>(place: records.Place, { inPage = false } = {}): Outbox<One> {
  let entries: readonly One[] = [];
  /** Entries that are in this page only: on their way to the device, or `failed` to reach it. */
  const held = new Map<string, One>();
  const failed = new Set<string>();
  const listeners = new Set<() => void>();

  const show = (all: readonly One[]) => {
    entries = all.toSorted((one, other) => one.no - other.no);
    for (const changed of listeners) changed();
  };
  const showOne = (id: string, now: One | null) => {
    const others = entries.filter((one) => one.id !== id);
    show(now ? [...others, now] : others);
  };
  const hold = (id: string, now: One | null) => {
    if (now) held.set(id, now);
    else held.delete(id);
  };

  async function write(id: string, make: (stored: One | null) => One | null): Promise<void> {
    await navigator.locks.request(WRITING, async () => {
      let now: One | null;
      try {
        const stored = (await records.exists()) ? await records.getJson<One>(place, id) : null;
        now = make(stored ?? held.get(id) ?? null);
        if (now) await records.putJson(place, id, now);
        else if (stored) await records.remove(place, id);
        held.delete(id);
        failed.delete(id);
      } catch (error) {
        if (!inPage) throw error;
        now = make(entries.find((one) => one.id === id) ?? null);
        hold(id, now);
        if (now) failed.add(id);
        else failed.delete(id);
      }
      showOne(id, now);
    });
    connected().postMessage(place);
  }

  async function load(): Promise<void> {
    for (const id of failed) await write(id, (stored) => stored ?? held.get(id) ?? null);
    if (!(await records.exists())) {
      show([...held.values()]);
      return;
    }
    await navigator.locks.request(WRITING, async () => {
      const found = new Map<string, One>();
      for (const name of await records.names(place)) {
        const one = await records.getJson<One>(place, name);
        if (one) found.set(name, one);
      }
      show([...new Map([...found, ...held]).values()]);
    });
  }

  boxes.set(place, () => void load().catch(() => undefined));
  return {
    read: () => entries,
    subscribe: (changed) => {
      connected();
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    load,
    nextNo: () => Math.max(0, ...entries.map(({ no }) => no)) + 1,
    add: async (entry) => {
      records.begin();
      hold(entry.id, entry);
      showOne(entry.id, entry);
      await write(entry.id, () => entry);
    },
    write,
    remove: (id) => write(id, () => null),
    forget: () => {
      held.clear();
      failed.clear();
      show([]);
    },
    kept: () => failed.size === 0,
  };
}
