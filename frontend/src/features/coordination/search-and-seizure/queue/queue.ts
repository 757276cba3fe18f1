/**
 * The things that are kept on this device, and when they are sent: at once where there is a network, and again by itself when
 * there is one; also after the page was closed and opened. One window sends at a time. Not here: how one is sent (send.ts).
 */
import { useSyncExternalStore } from 'react';
import * as kept from './kept';
import { sendThing, type Came } from './send';
import { again, isSent, shed, standing, withAdded, without, type Draft, type Spare, type Thing } from './thing';

export type Queue = {
  loaded: boolean;
  things: readonly Thing[];
  sending: string | null;
  waits: Exclude<Came, 'sent' | 'refused'> | null;
};

const PAUSES = [2000, 5000, 15_000, 60_000];
/** What was sent is listed for a day, without its content. */
const LISTED_MS = 86_400_000;
const LOCK = 'liaison-at-the-search';
/** Held from reading a record to writing it, so that of two who change it at once, in any window, neither undoes the other. */
const WRITING = 'liaison-at-the-search/writing';

let state: Queue = { loaded: false, things: [], sending: null, waits: null };
let seat = '';
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function publish(to: Partial<Queue>) {
  state = { ...state, ...to };
  for (const listener of listeners) listener();
}

export async function load(): Promise<void> {
  const things: Thing[] = [];
  for (const name of await kept.names('things')) {
    const thing = await kept.getJson<Thing>('things', name);
    if (thing === null) continue;
    if (isSent(thing) && Date.now() - Date.parse(thing.begun) > LISTED_MS) await kept.remove('things', name);
    else things.push(thing);
  }
  publish({ loaded: true, things: things.sort((one, other) => one.no - other.no) });
}

const DRAFT = 'draft/';
/** The teams in which something is being entered. */
export const drafts = async (): Promise<string[]> =>
  (await kept.names('notes')).filter((one) => one.startsWith(DRAFT)).map((one) => one.slice(DRAFT.length));

/** Photographs that belong to nothing: what was entered when the page was ended between the one and the other. */
export async function sweep(): Promise<void> {
  const used = new Set(
    state.things.flatMap((one) => one.steps.flatMap((step) => (step.do === 'photograph' ? [step.photo.id] : []))),
  );
  for (const jit of await drafts())
    for (const { id } of (await kept.getJson<Draft>('notes', DRAFT + jit))?.photos ?? []) used.add(id);
  for (const id of await kept.names('photos')) if (!used.has(id)) await kept.remove('photos', id);
}

/** Made of what stands on the disk, and on the disk before it is on the screen; nothing is written where nothing is made. */
async function write(id: string, make: (stands: Thing | null) => Thing | null): Promise<void> {
  await navigator.locks.request(WRITING, async () => {
    const made = make(await kept.getJson<Thing>('things', id));
    // Another window discarded it.
    if (made === null) publish({ things: state.things.filter((one) => one.id !== id) });
    else await put(made);
  });
}

async function put(thing: Thing): Promise<void> {
  const photos = thing.steps.flatMap((one) => (one.do === 'photograph' && one.state === 'sent' ? [one.photo.id] : []));
  const rest = shed(thing);
  await kept.putJson('things', rest.id, rest);
  for (const id of photos) await kept.remove('photos', id);
  publish({
    things: state.things.some(({ id }) => id === rest.id)
      ? state.things.map((one) => (one.id === rest.id ? rest : one))
      : [...state.things, rest],
  });
}

/** Whoever sends it has a copy of its own: what was added meanwhile, here or in another window, stays. */
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
  for (const one of thing.steps) if (one.do === 'photograph') await kept.remove('photos', one.photo.id);
  await kept.remove('things', thing.id);
  publish({ things: state.things.filter(({ id }) => id !== thing.id) });
}

export async function sendAgain(thing: Thing, spare: Spare | null = null): Promise<void> {
  const once = (stands: Thing) => (spare ? without(stands, spare) : again(stands));
  // In another window somebody may have said so already.
  await write(thing.id, (stands) => (stands && standing(stands) === 'refused' ? once(stands) : stands));
  failures = 0;
  await send();
}

/** Who is signed in: only their own things are sent. */
export function signedInAs(one: string): void {
  seat = one;
  failures = 0;
  void send();
}

export const nextNo = (): number => Math.max(0, ...state.things.map(({ no }) => no)) + 1;

async function send(): Promise<void> {
  clearTimeout(timer);
  if (seat === '') return;
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) {
      timer = setTimeout(() => void load().then(send), PAUSES[0]);
      return;
    }
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
    if (outcome === 'later') {
      timer = setTimeout(() => void send(), PAUSES[Math.min(failures, PAUSES.length - 1)]);
      failures += 1;
    } else failures = 0;
  });
}

export function follow(): () => void {
  const back = () => {
    failures = 0;
    void send();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') back();
  };
  addEventListener('online', back);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', back);
    document.removeEventListener('visibilitychange', seen);
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useQueue = (): Queue => useSyncExternalStore(subscribe, () => state);

/** The team in which something on this device was not sent or is being entered, whoever kept it; null where all was. */
export async function unsentIn(): Promise<string | null> {
  if (!(await kept.exists())) return null;
  await load();
  return state.things.find((one) => !isSent(one))?.jit ?? (await drafts())[0] ?? null;
}

/** All of it goes, and the key with it. */
export async function wipe(): Promise<void> {
  seat = '';
  clearTimeout(timer);
  if (await kept.exists()) await kept.wipe();
  publish({ things: [], sending: null, waits: null });
}
