/**
 * Records that this device keeps without a network: entries that wait to be sent, photographs, drafts, and the last state of the
 * boards of action days. Each record is in IndexedDB under AES-GCM with a key that no script can export. That protects a copy of the disk, not an unlocked
 * telephone (docs/threat-model.md). Signing out deletes it. Not here: what a record means.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** The name of the first version. With another name, the entries that a device still keeps would be lost. */
const DATABASE = 'liaison-at-the-search';
/** 3: entries of action days (`said`), which were in localStorage before. */
const VERSION = 3;
const PLACES = ['things', 'photos', 'notes', 'boards', 'said'] as const;
export type Place = (typeof PLACES)[number];

type Sealed = { iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer };
type Kept = { key: string; value: Sealed };
interface Schema extends DBSchema {
  key: { key: string; value: CryptoKey };
  things: Kept;
  photos: Kept;
  notes: Kept;
  boards: Kept;
  said: Kept;
}
type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;
let wiped = false;

/** From here on the device keeps what is entered: a screen that keeps something was opened. */
export function begin(): void {
  wiped = false;
}

function connect(): Promise<Database> {
  opened ??= openDB<Schema>(DATABASE, VERSION, {
    upgrade(database) {
      for (const name of ['key', ...PLACES] as const)
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
    },
    blocking(_current, wanted, event) {
      // Another window deletes the database, or has a newer version of it.
      if (wanted === null) wiped = true;
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function open(): Promise<Database> {
  // A write that began before the device was wiped must not create the database again.
  return wiped ? Promise.reject(new Error('This device was wiped.')) : connect();
}

async function key(): Promise<CryptoKey> {
  const database = await open();
  const found = await database.get('key', 'key');
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Of two windows the key of the first one is used.
  await database.add('key', made, 'key').catch(() => undefined);
  return (await database.get('key', 'key')) ?? made;
}

/** A record belongs where it lies: one that was moved does not open. */
const bound = (place: Place, id: string) => new TextEncoder().encode(`${place}/${id}`);

export async function put(place: Place, id: string, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: bound(place, id) };
  const box = await crypto.subtle.encrypt(algorithm, await key(), bytes);
  const writing = (await open()).transaction(place, 'readwrite', { durability: 'strict' });
  await Promise.all([writing.store.put({ iv, box }, id), writing.done]);
}

export async function get(place: Place, id: string): Promise<ArrayBuffer | null> {
  const found = await (await open()).get(place, id);
  if (!found) return null;
  const algorithm = { name: 'AES-GCM', iv: found.iv, additionalData: bound(place, id) };
  return crypto.subtle.decrypt(algorithm, await key(), found.box);
}

export async function remove(place: Place, id: string): Promise<void> {
  const writing = (await open()).transaction(place, 'readwrite', { durability: 'strict' });
  await Promise.all([writing.store.delete(id), writing.done]);
}

export const names = async (place: Place): Promise<string[]> => (await open()).getAllKeys(place);

export const putJson = (place: Place, id: string, value: unknown): Promise<void> =>
  put(place, id, new TextEncoder().encode(JSON.stringify(value)));
export async function getJson<T>(place: Place, id: string): Promise<T | null> {
  const bytes = await get(place, id);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

/**
 * Deletes everything, and keeps nothing until `begin`. Entries of action days stay: whoever signs out has removed their own, and
 * another person who uses this device sends the rest.
 */
export async function wipe(): Promise<void> {
  wiped = true;
  const database = await connect();
  if ((await database.count('said')) > 0) {
    const gone = ['things', 'photos', 'notes', 'boards'] as const;
    const clearing = database.transaction(gone, 'readwrite', { durability: 'strict' });
    await Promise.all([...gone.map((name) => clearing.objectStore(name).clear()), clearing.done]);
    return;
  }
  database.close();
  opened = null;
  await deleteDB(DATABASE);
}

/** Whether there is anything, without making a database to find out. */
export async function exists(): Promise<boolean> {
  if (opened) return true;
  if (!('indexedDB' in window)) return false;
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}
