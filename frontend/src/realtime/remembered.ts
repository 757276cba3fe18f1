/** Stores the state of watched ledgers in this browser. Without storage, the watch begins anew with each page. */
import type { Promised, Seen } from '@/lib/watch';

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the watch continues with its state in memory.
  }
}

function seenOf(origin: string): Seen | null {
  const seen = read(`liaison.ledger.${origin}`) as Partial<Seen> | null;
  return seen && typeof seen.vkey === 'string' && typeof seen.note === 'string' && typeof seen.at === 'number'
    ? (seen as Seen)
    : null;
}

/** Returns the stored state of the ledger with this origin, or of the last epoch before it. */
export function seenBefore(origin: string): Seen | null {
  const at = origin.lastIndexOf('/') + 1;
  for (let epoch = Number(origin.slice(at)); epoch >= 0; epoch -= 1) {
    const seen = seenOf(`${origin.slice(0, at)}${String(epoch)}`);
    if (seen) return seen;
  }
  return null;
}

export const rememberSeen = (origin: string, seen: Seen): void => write(`liaison.ledger.${origin}`, seen);

export function promisesOf(jit: string): Promised[] {
  const all = read(`liaison.promises.${jit}`);
  return Array.isArray(all) ? (all as Promised[]) : [];
}

export const rememberPromises = (jit: string, all: readonly Promised[]): void => write(`liaison.promises.${jit}`, all);
