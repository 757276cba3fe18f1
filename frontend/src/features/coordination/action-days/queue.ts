/**
 * What somebody says on the day, kept until the server has it: on this device, by seat, in the order in which it was said.
 * Each bears a key by which the server takes it once. What the server refuses stays, with its words, until somebody has looked.
 * Not here: when to send (Sending.tsx).
 */
import { neverJudged, Problem } from '@/api/problem';
import type { ActionState, MoveForm, ReportForm } from '@/api/views';

export type Said = { operation: string } & (
  { what: 'move'; action: string; number: string; body: MoveForm } | { what: 'report'; body: ReportForm }
);
/** `refused`: the server's answer, for a person to look at, with what its clock showed where that was the reason; null: waits to be sent. */
export type Waiting = Said & {
  refused: { code: string; detail: string; state: string | null; server?: string } | null;
};

type Store = Pick<Storage, 'getItem' | 'setItem'>;

export const queueKey = (jit: string, seat: string) => `liaison.waiting.${jit}.${seat}`;
export const keyOf = (one: Said) => one.body.key;

/** `kept`: whether the device keeps it; `subscribe`: told of each change, of another window too. */
export type Shelf = {
  read: () => readonly Waiting[];
  write: (all: readonly Waiting[]) => boolean;
  kept: () => boolean;
  subscribe: (changed: () => void) => () => void;
};

function parsed(words: string): readonly Waiting[] {
  try {
    const all: unknown = JSON.parse(words);
    return Array.isArray(all) ? (all as Waiting[]) : [];
  } catch {
    return [];
  }
}

/** The queue under a key of this device. Where the device keeps nothing, or no more, it stands in this page until it does. */
export function shelf(store: () => Store, key: string): Shelf {
  let unkept: readonly Waiting[] | null = null;
  let last: { words: string; all: readonly Waiting[] } = { words: '[]', all: [] };
  const listeners = new Set<() => void>();
  return {
    // The same list while it holds the same.
    read: () => {
      if (unkept) return unkept;
      let words = '[]';
      try {
        words = store().getItem(key) ?? '[]';
      } catch {
        // A device that keeps nothing has kept nothing.
      }
      if (words !== last.words) last = { words, all: parsed(words) };
      return last.all;
    },
    /** Whether the device keeps it: who says something is told if it does not. */
    write: (all) => {
      try {
        store().setItem(key, JSON.stringify(all));
        unkept = null;
      } catch {
        unkept = all;
      }
      for (const changed of listeners) changed();
      return unkept === null;
    },
    kept: () => unkept === null,
    subscribe: (changed) => {
      const elsewhere = (event: StorageEvent) => {
        if (event.key === key || event.key === null) changed();
      };
      listeners.add(changed);
      addEventListener('storage', elsewhere);
      return () => {
        listeners.delete(changed);
        removeEventListener('storage', elsewhere);
      };
    },
  };
}

const shelves = new Map<string, Shelf>();

/** The one queue of this page under a key: whoever shows it, adds to it or sends it holds the same. */
export function queueAt(key: string): Shelf {
  const found = shelves.get(key) ?? shelf(() => localStorage, key);
  shelves.set(key, found);
  return found;
}

/** What a seat said first of all that waits or was refused: where one looks before signing out. */
export const firstKept = (store: () => Store, key: string): Waiting | null => shelf(store, key).read()[0] ?? null;

/** Nothing of these queues is left on the device. */
export function wipe(store: () => Pick<Storage, 'removeItem'>, keys: readonly string[]): void {
  try {
    for (const key of keys) store().removeItem(key);
  } catch {
    // A device that keeps nothing has nothing to wipe.
  }
}

/** No answer, a server that is starting again, too many at once, a session that ran out: it is not refused, it waits. */
export const waits = (error: unknown) => !(error instanceof Problem) || error.status === 401 || neverJudged(error);

function refusedBy(error: unknown): NonNullable<Waiting['refused']> {
  if (!(error instanceof Problem)) return { code: 'unknown', detail: '', state: null };
  const { state, server_at: server } = error.document;
  return {
    code: error.code,
    detail: error.detail,
    state: typeof state === 'string' ? state : null,
    ...(typeof server === 'string' ? { server } : {}),
  };
}

type Refusal = NonNullable<Waiting['refused']>;

/** Send in order, until something has to wait. An action of which something was refused stands still until somebody looked. */
export async function drain(
  all: readonly Waiting[],
  send: (one: Said) => Promise<void>,
  settle: (one: Said, refused: Refusal | null) => void,
): Promise<void> {
  const stuck = new Set(all.flatMap((one) => (one.refused && one.what === 'move' ? [one.action] : [])));
  for (const one of all) {
    if (one.refused || (one.what === 'move' && stuck.has(one.action))) continue;
    try {
      await send(one);
      settle(one, null);
    } catch (error) {
      if (waits(error)) return;
      if (one.what === 'move') stuck.add(one.action);
      settle(one, refusedBy(error));
    }
  }
}

/** What is left of a queue once the server took one, or refused it. */
export function settled(all: readonly Waiting[], one: Said, refused: Refusal | null): Waiting[] {
  if (!refused) return all.filter((other) => keyOf(other) !== keyOf(one));
  return all.map((other) => (keyOf(other) === keyOf(one) ? { ...other, refused } : other));
}

/** The state of an action as this device has it: what the server said, and what waits on top of it. */
export function stateOf(
  action: { id: string; state: ActionState; since_at: string },
  all: readonly Waiting[],
): { state: ActionState; since: string; waiting: boolean } {
  const own = all.filter((one) => one.what === 'move' && one.action === action.id && !one.refused);
  const last = own.at(-1);
  return last?.what === 'move'
    ? { state: last.body.state, since: last.body.occurred_at, waiting: true }
    : { state: action.state, since: action.since_at, waiting: false };
}
