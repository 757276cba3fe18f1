/**
 * The things that are kept on this device, and when they are sent: at once where there is a network, and again by itself when
 * there is one; also after the page was closed and opened. One window sends at a time. Not here: how one is sent (send.ts).
 */
import { useSyncExternalStore } from 'react';
import { makeOutbox } from '@/api/outbox/outbox';
import * as records from '@/api/outbox/records';
import { makeSender } from '@/api/outbox/sender';
import { sendThing, type Came } from './send';
import { again, isSent, shed, standing, withAdded, without, type Draft, type Spare, type Thing } from './thing';

export type Queue = {
  things: readonly Thing[];
  sending: string | null;
  waits: Exclude<Came, 'sent' | 'refused'> | null;
};

/** Sent items are listed for a day, without their content. */
const LISTED_MS = 86_400_000;

const box = makeOutbox<Thing>('things');
const sender = makeSender('liaison-at-the-search', [2000, 5000, 15_000, 60_000], attempt);
let state: Queue = { things: [], sending: null, waits: null };
let seat = '';
const listeners = new Set<() => void>();

function publish(to: Partial<Queue>) {
  state = { ...state, ...to };
  for (const listener of listeners) listener();
}
box.subscribe(() => publish({ things: box.read() }));

export async function load(): Promise<void> {
  await box.load();
  for (const one of box.read())
    if (isSent(one) && Date.now() - Date.parse(one.begun) > LISTED_MS) await box.remove(one.id);
}

const DRAFT = 'draft/';
/** The teams in which something is being entered. */
export const drafts = async (): Promise<string[]> =>
  (await records.names('notes')).filter((one) => one.startsWith(DRAFT)).map((one) => one.slice(DRAFT.length));

const photosOf = (steps: Thing['steps']): string[] =>
  steps.flatMap((one) => (one.do === 'photograph' ? [one.photo.id] : []));

/** Photographs that belong to nothing: what was entered when the page was ended between the one and the other. */
export async function sweep(): Promise<void> {
  const used = new Set(state.things.flatMap((one) => photosOf(one.steps)));
  for (const jit of await drafts())
    for (const { id } of (await records.getJson<Draft>('notes', DRAFT + jit))?.photos ?? []) used.add(id);
  for (const id of await records.names('photos')) if (!used.has(id)) await records.remove('photos', id);
}

/** Made of what stands on the disk, and on the disk before it is on the screen. Photographs that were sent are removed. */
async function write(id: string, make: (stands: Thing | null) => Thing | null): Promise<void> {
  const sent: string[] = [];
  await box.write(id, (stands) => {
    const made = make(stands);
    sent.push(...photosOf(made?.steps.filter((one) => one.state === 'sent') ?? []));
    return made && shed(made);
  });
  for (const photo of sent) await records.remove('photos', photo);
}

/** The sender works on a copy, so items added in the meantime, also in another window, stay. */
const save = (thing: Thing): Promise<void> => write(thing.id, (stands) => withAdded(thing, stands));

export async function keep(thing: Thing): Promise<void> {
  await save(thing);
  // The browser clears nothing of ours to make room, where it lets one ask.
  if ('storage' in navigator) void navigator.storage.persist().catch(() => false);
  void send();
}

/** Something more is done with one that is kept: as it stands by then, for it may have been sent since it was drawn. */
export async function add(id: string, to: (stands: Thing) => Thing): Promise<void> {
  await write(id, (stands) => stands && to(stands));
  void send();
}

export async function discard(thing: Thing): Promise<void> {
  for (const photo of photosOf(thing.steps)) await records.remove('photos', photo);
  await box.remove(thing.id);
}

export async function sendAgain(thing: Thing, spare: Spare | null = null): Promise<void> {
  const once = (stands: Thing) => (spare ? without(stands, spare) : again(stands));
  // In another window somebody may have said so already.
  await write(thing.id, (stands) => (stands && standing(stands) === 'refused' ? once(stands) : stands));
  await sender.retry();
}

/** The signed-in user. Only items of this user are sent. */
export function signedInAs(one: string): void {
  seat = one;
  void sender.retry();
}

export const nextNo = (): number => box.nextNo();

const send = (): Promise<void> => (seat === '' ? Promise.resolve() : sender.send());

async function attempt(): Promise<'done' | 'later'> {
  if (seat === '') return 'done';
  // Another window may have sent some of it since.
  await load();
  let outcome: Came = 'sent';
  for (;;) {
    const thing = state.things.find((one) => one.seat === seat && standing(one) === 'kept');
    if (!thing) break;
    publish({ sending: thing.id });
    outcome = await sendThing(thing, save);
    if (outcome === 'later' || outcome === 'signedOut') break;
  }
  publish({ sending: null, waits: outcome === 'later' || outcome === 'signedOut' ? outcome : null });
  return outcome === 'later' ? 'later' : 'done';
}

export const follow = (): (() => void) => sender.follow();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useQueue = (): Queue => useSyncExternalStore(subscribe, () => state);

/** The team in which something on this device was not sent or is being entered, whoever kept it; null where all was. */
export async function unsentIn(): Promise<string | null> {
  if (!(await records.exists())) return null;
  await load();
  return state.things.find((one) => !isSent(one))?.jit ?? (await drafts())[0] ?? null;
}

/** All of it goes, and the key with it. */
export async function wipe(): Promise<void> {
  seat = '';
  sender.stop();
  if (await records.exists()) await records.wipe();
  box.forget();
  publish({ sending: null, waits: null });
}
