/**
 * Watches a ledger from this browser: each checkpoint must be signed by the first key seen, must contain the last
 * checkpoint seen, and must in time include every promised entry. Pure: the caller loads and stores. The server
 * supplies this code too; the independent check is that of the export package (docs/ledger-format.md).
 */
import { toBase64 } from './base64';
import { isNoteOf, isSignedBy, parseCheckpoint, type Checkpoint } from './notes';
import { isConsistent, isIncluded, leafHash } from './tree';

/** Stored between visits: the last valid checkpoint and the key that signed it. */
export type Seen = { vkey: string; note: string; at: number };

/** A promise of the server that an entry will be in a checkpoint. `size`: of the last valid checkpoint at that time. */
export type Promised = {
  id: string;
  commitment: string;
  deadline: string;
  signature: string;
  heardAt: number;
  size: number;
};

export type Alarm =
  | 'unreadable'
  | 'key'
  | 'epoch'
  | 'renewed'
  | 'signature'
  | 'shrunk'
  | 'forked'
  | 'inconsistent'
  | 'promiseSignature'
  | 'promiseBroken';

export type Source = {
  /** `voucher`: for the key of a later epoch, the note in which the former key signs it. */
  keys: () => Promise<{ log: string; voucher?: string | null; promises: readonly { vkey: string; note: string }[] }>;
  consistency: (from: number, to: number) => Promise<readonly string[]>;
  inclusion: (position: number, size: number) => Promise<readonly string[]>;
  /** Splits an entry bundle into commitments; each follows its length. */
  bundle: (number: number, width: number) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Tolerance after the deadline of a promise: clocks differ, and the checkpoint has to be loaded. */
export const GRACE_MS = 15_000;
const BUNDLE = 256;

/**
 * Checks a checkpoint: returns its parts if it is valid, or the first reason why not. After a loss or a change of its
 * key, a ledger continues in a new epoch with another origin and a key that the former key signed. The user is told and
 * has to confirm: `renewed` if everything seen here is in it, `epoch` otherwise.
 */
export async function examine(
  note: string,
  seen: Seen | null,
  source: Source,
): Promise<{ checkpoint: Checkpoint; seen: Seen } | { alarm: Alarm; seen?: Seen }> {
  const checkpoint = parseCheckpoint(note);
  if (!checkpoint) return { alarm: 'unreadable' };
  const { log, voucher } = await source.keys();
  const before = seen ? parseCheckpoint(seen.note) : null;
  const begun = before !== null && before.origin !== checkpoint.origin;
  if (
    seen &&
    begun &&
    !(voucher?.startsWith(`liaison-epoch/v1\n${checkpoint.origin}\n${log}\n\n`) && (await isNoteOf(seen.vkey, voucher)))
  )
    return { alarm: 'key' };
  if (seen && !begun && seen.vkey !== log) return { alarm: 'key' };
  if (!log.startsWith(`${checkpoint.origin}+`) || !(await isNoteOf(log, note))) return { alarm: 'signature' };
  const now = { checkpoint, seen: { vkey: log, note, at: Date.now() } };
  if (begun) return { alarm: (await goesOn(before, checkpoint, source)) ? 'renewed' : 'epoch', seen: now.seen };
  if (!before || before.size === 0) return now;
  if (before.size > checkpoint.size) return { alarm: 'shrunk' };
  if (before.size === checkpoint.size) return before.root === checkpoint.root ? now : { alarm: 'forked' };
  return (await goesOn(before, checkpoint, source)) ? now : { alarm: 'inconsistent' };
}

/** Returns whether the later tree begins with the earlier one. */
async function goesOn(before: Checkpoint, checkpoint: Checkpoint, source: Source): Promise<boolean> {
  if (before.size === 0 || before.size > checkpoint.size) return before.size === 0;
  const path = await source.consistency(before.size, checkpoint.size);
  return isConsistent(before.size, checkpoint.size, path, before.root, checkpoint.root);
}

/** Parses `Ledger-Entry`: one value per entry, separated by commas. Invalid values are ignored. */
export function readPromises(header: string, size: number, heardAt: number): Promised[] {
  return header.split(',').flatMap((value) => {
    const [id, commitment, deadline, signature, ...rest] = value.trim().split(' ');
    if (!id || !commitment || !deadline || !signature || rest.length > 0) return [];
    return [{ id, commitment, deadline, signature, heardAt, size }];
  });
}

/** Returns whether a promise is signed by a key that the ledger's key signed. */
export async function isGiven(promise: Promised, origin: string, source: Source): Promise<boolean> {
  const text = ['liaison-promise/v1', origin, promise.id, promise.commitment, promise.deadline, ''].join('\n');
  const { log, promises } = await source.keys();
  for (const { vkey, note } of promises) {
    const voucher = note.startsWith(`liaison-promise-key/v1\n${origin}\n${vkey}\n`) && (await isNoteOf(log, note));
    if (voucher && (await isSignedBy(vkey, text, promise.signature))) return true;
  }
  return false;
}

/** Sorts promises by a valid checkpoint: kept (with a proof), broken (too late), or still waiting. */
export async function settle(
  promises: readonly Promised[],
  checkpoint: Checkpoint,
  source: Source,
  now: number,
): Promise<{ kept: Promised[]; broken: Promised[]; waiting: Promised[] }> {
  const kept: Promised[] = [];
  const broken: Promised[] = [];
  const waiting: Promised[] = [];
  const first = Math.min(...promises.map(({ size }) => size));
  const positions =
    promises.length > 0
      ? await locate(new Set(promises.map(({ commitment }) => commitment)), first, checkpoint.size, source)
      : new Map<string, number>();
  for (const promise of promises) {
    const position = positions.get(promise.commitment);
    if (position === undefined)
      (now > Math.max(Date.parse(promise.deadline), promise.heardAt + 60_000) + GRACE_MS ? broken : waiting).push(
        promise,
      );
    else ((await includes(checkpoint, promise.commitment, position, source)) ? kept : broken).push(promise);
  }
  return { kept, broken, waiting };
}

/** Returns whether the checkpoint's tree has this commitment at this position. */
export async function includes(
  checkpoint: Checkpoint,
  commitment: string,
  position: number,
  source: Source,
): Promise<boolean> {
  const path = await source.inclusion(position, checkpoint.size);
  return isIncluded(await leafHash(commitment), position, checkpoint.size, path, checkpoint.root);
}

async function locate(
  wanted: ReadonlySet<string>,
  from: number,
  size: number,
  source: Source,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let number = Math.floor(from / BUNDLE); number * BUNDLE < size && found.size < wanted.size; number += 1) {
    const bytes = await source.bundle(number, Math.min(BUNDLE, size - number * BUNDLE));
    for (let at = 0, position = number * BUNDLE; at + 34 <= bytes.length; at += 34, position += 1) {
      const commitment = toBase64(bytes.slice(at + 2, at + 34));
      if (wanted.has(commitment)) found.set(commitment, position);
    }
  }
  return found;
}

/** `<N>[.p/<W>]`: N in groups of three digits, all but the last with a leading x (tlog-tiles). */
export function tilePath(number: number, width: number): string {
  const groups: string[] = [String(number % 1000).padStart(3, '0')];
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `${groups.join('/')}${width < BUNDLE ? `.p/${String(width)}` : ''}`;
}
