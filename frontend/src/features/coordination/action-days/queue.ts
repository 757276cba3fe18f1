/**
 * The queue of entries of an action day, stored on this device by member, in the order of entering, until the server
 * has them.
 * Each entry has a key, so that the server records it once. A refused entry stays until the user has seen it.
 * Not here: when to send (QueueSender.tsx).
 */
import { makeOutbox, type Entry } from '@/api/outbox/outbox';
import { neverJudged, Problem } from '@/api/problem';
import type { ActionState, MoveForm, ReportForm, ResultForm } from '@/api/views';

export type Said = { operation: string } & (
  | { what: 'move'; action: string; number: string; body: MoveForm }
  | { what: 'report'; body: ReportForm }
  | { what: 'result'; action: string; number: string; body: ResultForm }
);
/** `refused`: the server's answer, for a person to look at, with what its clock showed where that was the reason; null: waits to be sent. */
type Kept = Said & {
  refused: { code: string; detail: string; state: string | null; server?: string } | null;
};
/** A seat of a team, by its code. */
export type Desk = { jit: string; seat: string };
/** Its `id` is the key of its body. */
export type Waiting = Kept & Entry & Desk;

export const outbox = makeOutbox<Waiting>('said', { inPage: true });

export const of = (all: readonly Waiting[], { jit, seat }: Desk): Waiting[] =>
  all.filter((one) => one.jit === jit && one.seat === seat);

/**
 * A list for each seat in localStorage, where an older version of the page kept all entries. An entry is here until the database has
 * it, which takes a moment: a page that is closed meanwhile loses nothing.
 */
const LIST = 'liaison.waiting.';
const listOf = ({ jit, seat }: Desk) => `${LIST}${jit}.${seat}`;

function listed(name: string): Kept[] {
  try {
    const entries: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(entries) ? (entries as Kept[]) : [];
  } catch {
    return [];
  }
}

function list(name: string, entries: readonly Kept[]): void {
  try {
    if (entries.length > 0) localStorage.setItem(name, JSON.stringify(entries));
    else localStorage.removeItem(name);
  } catch {
    // A device that keeps nothing.
  }
}

const unlist = (one: Waiting) =>
  list(
    listOf(one),
    listed(listOf(one)).filter(({ body }) => body.key !== one.id),
  );

async function enter(desk: Desk, said: Kept): Promise<void> {
  const one = { ...said, ...desk, id: said.body.key, no: outbox.nextNo() };
  await outbox.add(one);
  if (outbox.kept()) unlist(one);
}

export async function say(desk: Desk, said: Said): Promise<void> {
  const entry = { ...said, refused: null };
  list(listOf(desk), [...listed(listOf(desk)), entry]);
  await enter(desk, entry);
}

/** The entries of this device, those included that are in a list only. */
export async function load(): Promise<void> {
  await outbox.load();
  const names = Object.keys(localStorage).filter((name) => name.startsWith(LIST));
  for (const name of names) {
    const [jit = '', seat = ''] = name.slice(LIST.length).split('.');
    for (const one of listed(name)) {
      const known = outbox.read().find(({ id }) => id === one.body.key);
      if (!known) await enter({ jit, seat }, one);
      else if (outbox.kept()) unlist(known);
    }
  }
}

export async function remove(one: Waiting): Promise<void> {
  unlist(one);
  await outbox.remove(one.id);
}

/** The first waiting or refused entry of these members, which is shown before sign-out. */
export async function firstKept(desks: readonly Desk[]): Promise<Waiting | null> {
  await load();
  return desks.flatMap((desk) => of(outbox.read(), desk))[0] ?? null;
}

/** Nothing of what these seats said is left on the device. */
export async function wipe(desks: readonly Desk[]): Promise<void> {
  for (const one of desks.flatMap((desk) => of(outbox.read(), desk))) await remove(one);
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
  settle: (one: Waiting, refused: Refusal | null) => Promise<void>,
): Promise<void> {
  const stuck = new Set(all.flatMap((one) => (one.refused && one.what === 'move' ? [one.action] : [])));
  for (const one of all) {
    if (one.refused || (one.what === 'move' && stuck.has(one.action))) continue;
    try {
      await send(one);
    } catch (error) {
      if (waits(error)) return;
      if (one.what === 'move') stuck.add(one.action);
      await settle(one, refusedBy(error));
      continue;
    }
    await settle(one, null);
  }
}

/** Removes recorded entries from the device; refused ones stay, with the answer. */
export async function settle(one: Waiting, refused: Refusal | null): Promise<void> {
  if (refused) await outbox.write(one.id, (stored) => stored && { ...stored, refused });
  else await remove(one);
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
