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
import { installLocks } from '../support/locks';
import { disk } from '../support/records';

vi.mock('@/features/coordination/search-and-seizure/queries', () => ({
  find: vi.fn(),
  register: vi.fn(),
  physicalCustody: vi.fn(),
  record: vi.fn(),
  offer: vi.fn(),
}));
vi.mock('@/api/outbox/records', () => import('../support/records'));

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
  installLocks();
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
