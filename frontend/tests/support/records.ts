/**
 * The records of a device as a map of JSON, for `vi.mock('@/api/outbox/records', () => import('../support/records'))`: jsdom has no
 * IndexedDB.
 */
export const disk = new Map<string, string>();
/** `full`: the device writes nothing more. */
export const device = { full: false };

const at = (place: string, id: string) => `${place}/${id}`;

export const begin = () => undefined;
export const exists = () => Promise.resolve(disk.size > 0);
export const names = (place: string) =>
  Promise.resolve(
    [...disk.keys()].flatMap((one) => (one.startsWith(`${place}/`) ? [one.slice(place.length + 1)] : [])),
  );
export const getJson = (place: string, id: string) =>
  Promise.resolve(JSON.parse(disk.get(at(place, id)) ?? 'null') as unknown);
export const putJson = (place: string, id: string, value: unknown) =>
  device.full
    ? Promise.reject(new Error('full'))
    : Promise.resolve(void disk.set(at(place, id), JSON.stringify(value)));
export const remove = (place: string, id: string) => Promise.resolve(void disk.delete(at(place, id)));
export const wipe = () => Promise.resolve().then(() => disk.clear());
