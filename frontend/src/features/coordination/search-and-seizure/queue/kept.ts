/**
 * What this device keeps until it was sent, and the last state of the boards of action days: IndexedDB, each record under AES-GCM with a key that no script can
 * read out. It guards what lies on the disk from a mere copy of it, not from who unlocks the telephone (docs/threat-model.md).
 * Wiped when one signs out. Not here: what a record means.
 */
const DATABASE = 'liaison-at-the-search';
const VERSION = 2;
const STORES = ['key', 'things', 'photos', 'notes', 'boards'] as const;
export type Place = Exclude<(typeof STORES)[number], 'key'>;
type Sealed = { iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer };

let opened: Promise<IDBDatabase> | null = null;
let wiped = false;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** The screen opens: from here on the device keeps what is entered. */
export function begin(): void {
  wiped = false;
}

function open(): Promise<IDBDatabase> {
  // What is still under way when the device is wiped must not make the database anew.
  if (wiped) return Promise.reject(new Error('This device was wiped.'));
  opened ??= (async () => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      for (const name of STORES) {
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      }
    };
    const database = await done(request);
    // Another window wipes it: this one lets go.
    database.onversionchange = () => {
      wiped = true;
      database.close();
      opened = null;
    };
    return database;
  })();
  return opened;
}

async function inStore<T>(
  name: (typeof STORES)[number],
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await open()).transaction(name, mode, { durability: 'strict' });
  const result = done(act(transaction.objectStore(name)));
  const finished = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
  const value = await result;
  await finished;
  return value;
}

async function key(): Promise<CryptoKey> {
  const found = await inStore<CryptoKey | undefined>(
    'key',
    'readonly',
    (store) => store.get('key') as IDBRequest<CryptoKey | undefined>,
  );
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Of two windows the first one's stands.
  await inStore('key', 'readwrite', (store) => store.add(made, 'key')).catch(() => undefined);
  return (
    (await inStore<CryptoKey | undefined>(
      'key',
      'readonly',
      (store) => store.get('key') as IDBRequest<CryptoKey | undefined>,
    )) ?? made
  );
}

/** A record belongs where it lies: one that was moved does not open. */
const bound = (place: Place, id: string) => new TextEncoder().encode(`${place}/${id}`);

export async function put(place: Place, id: string, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(place, id) },
    await key(),
    bytes,
  );
  await inStore(place, 'readwrite', (store) => store.put({ iv, box } satisfies Sealed, id));
}

export async function get(place: Place, id: string): Promise<ArrayBuffer | null> {
  const found = await inStore<Sealed | undefined>(
    place,
    'readonly',
    (store) => store.get(id) as IDBRequest<Sealed | undefined>,
  );
  if (!found) return null;
  return crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: found.iv, additionalData: bound(place, id) },
    await key(),
    found.box,
  );
}

export const remove = (place: Place, id: string): Promise<undefined> =>
  inStore(place, 'readwrite', (store) => store.delete(id));
export const names = async (place: Place): Promise<string[]> =>
  (await inStore(place, 'readonly', (store) => store.getAllKeys())).map(String);

export const putJson = (place: Place, id: string, value: unknown): Promise<void> =>
  put(place, id, new TextEncoder().encode(JSON.stringify(value)));
export async function getJson<T>(place: Place, id: string): Promise<T | null> {
  const bytes = await get(place, id);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

/** Everything goes, and nothing is kept until the screen opens again. */
export async function wipe(): Promise<void> {
  wiped = true;
  const database = await opened?.catch(() => null);
  database?.close();
  opened = null;
  await done(indexedDB.deleteDatabase(DATABASE));
}

/** Whether there is anything, without making a database to find out. */
export async function exists(): Promise<boolean> {
  if (!('indexedDB' in window)) return false;
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}
