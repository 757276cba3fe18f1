/** What is kept at a search while it is being sent: another copy of it is in the sender's hands. */
import { beforeEach, expect, it, vi } from 'vitest';
import * as api from '@/features/coordination/search-and-seizure/queries';
import { Problem } from '@/api/problem';
import {
  add,
  drafts,
  keep,
  load,
  sendAgain,
  signedInAs,
  wipe,
} from '@/features/coordination/search-and-seizure/queue/queue';
import { emptyDraft, thingOf, withOffer, type Thing } from '@/features/coordination/search-and-seizure/queue/thing';

const disk = new Map<string, string>();

vi.mock('@/features/coordination/search-and-seizure/queries', () => ({
  find: vi.fn(),
  register: vi.fn(),
  physicalCustody: vi.fn(),
  record: vi.fn(),
  offer: vi.fn(),
}));
vi.mock('@/features/coordination/search-and-seizure/queue/kept', () => ({
  begin: () => undefined,
  names: (place: string) =>
    Promise.resolve(
      [...disk.keys()].flatMap((one) => (one.startsWith(`${place}/`) ? [one.slice(place.length + 1)] : [])),
    ),
  getJson: (place: string, id: string) => Promise.resolve(JSON.parse(disk.get(`${place}/${id}`) ?? 'null')),
  putJson: (place: string, id: string, value: unknown) =>
    Promise.resolve(void disk.set(`${place}/${id}`, JSON.stringify(value))),
  remove: (place: string, id: string) => Promise.resolve(void disk.delete(`${place}/${id}`)),
  exists: () => Promise.resolve(false),
}));

/** One after the other by name, as a browser does. */
function locks() {
  const held = new Map<string, Promise<unknown>>();
  return {
    request: async (
      name: string,
      ...rest: [(lock: object | null) => unknown] | [{ ifAvailable: boolean }, (lock: object | null) => unknown]
    ) => {
      const act = rest.length === 1 ? rest[0] : rest[1];
      const before = held.get(name);
      if (rest.length === 2 && before) return act(null);
      const mine = (before ?? Promise.resolve()).then(() => act({}));
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      held.set(name, settled);
      void settled.then(() => {
        if (held.get(name) === settled) held.delete(name);
      });
      return mine;
    },
  };
}

const MOMENT = { at: new Date().toISOString(), zone: 'Europe/Amsterdam', offset: 0 };
const made = (): Thing =>
  thingOf(
    { ...emptyDraft({ kind: 'new' }, MOMENT), title: 'Telephone', place: 'Delft', legalBasis: 'Art. 94 Sv' },
    { no: 1, jit: 'j', seat: 's', who: 'Noor' },
  );
const onDisk = (id: string) => JSON.parse(disk.get(`things/${id}`) ?? 'null') as Thing | null;
const offered = (thing: Thing) => withOffer(thing, 'NL-07', 4, MOMENT);
const view = { version: 1, handover: { id: 'h' } } as Awaited<ReturnType<typeof api.offer>>;

/** The server takes its time to register; what is to happen meanwhile does. */
function meanwhile(act: () => unknown) {
  vi.mocked(api.register).mockImplementationOnce(async () => {
    await act();
    return { evidence: 'e', number: 'NL-2026-AAAA' };
  });
}

beforeEach(async () => {
  Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true });
  await wipe();
  disk.clear();
  vi.resetAllMocks();
  vi.mocked(api.record).mockResolvedValue(view);
  vi.mocked(api.offer).mockResolvedValue(view);
  await load();
});

it('is offered too where one hands it over while it is sent', async () => {
  const thing = made();
  await keep(thing);
  meanwhile(() => add(thing.id, offered));
  signedInAs('s');
  await vi.waitFor(() => expect(onDisk(thing.id)?.handover).toBe('h'));
  expect(vi.mocked(api.offer)).toHaveBeenCalledOnce();
  expect([vi.mocked(api.register), vi.mocked(api.record)].map((one) => one.mock.calls.length)).toEqual([1, 1]);
  expect(onDisk(thing.id)?.steps).toEqual([]);
});

it('is offered too where another window wrote it', async () => {
  const thing = made();
  await keep(thing);
  meanwhile(() => disk.set(`things/${thing.id}`, JSON.stringify(offered(thing))));
  signedInAs('s');
  await vi.waitFor(() => expect(onDisk(thing.id)?.handover).toBe('h'));
  expect(vi.mocked(api.offer)).toHaveBeenCalledOnce();
});

it('is offered as it stands where it was sent since it was drawn, and once', async () => {
  const thing = made();
  await keep(thing);
  meanwhile(() => undefined);
  signedInAs('s');
  await vi.waitFor(() => expect(onDisk(thing.id)?.steps).toEqual([]));
  await Promise.all([add(thing.id, offered), add(thing.id, offered)]);
  await vi.waitFor(() => expect(onDisk(thing.id)?.handover).toBe('h'));
  expect(vi.mocked(api.offer)).toHaveBeenCalledOnce();
  expect(vi.mocked(api.register)).toHaveBeenCalledOnce();
});

it('is sent without what was refused, and nothing of it twice', async () => {
  const thing = made();
  await keep(thing);
  meanwhile(() => undefined);
  vi.mocked(api.record).mockRejectedValueOnce(
    new Problem(422, 'invalid', 'No', [{ field: 'occurred.at', message: 'No' }]),
  );
  signedInAs('s');
  await vi.waitFor(() => expect(onDisk(thing.id)?.steps[1]?.state).toBe('refused'));
  const refused = onDisk(thing.id);
  await Promise.all([sendAgain(refused ?? thing, 'moment'), sendAgain(refused ?? thing, 'moment')]);
  await vi.waitFor(() => expect(onDisk(thing.id)?.steps).toEqual([]));
  expect(vi.mocked(api.record)).toHaveBeenCalledTimes(2);
  expect(await drafts()).toEqual([]);
});

it('that was discarded in another window does not come back', async () => {
  const thing = made();
  await keep(thing);
  disk.clear();
  await add(thing.id, offered);
  expect(onDisk(thing.id)).toBeNull();
});
