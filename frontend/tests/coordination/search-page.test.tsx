/** The page at a search in one tab: what is typed is kept, positions come late, and refusals say why. The store is a map. */
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AtTheSearch } from '@/features/coordination/search-and-seizure/AtTheSearch';
import { wipe } from '@/features/coordination/search-and-seizure/queue/queue';
import { emptyDraft, thingOf } from '@/features/coordination/search-and-seizure/queue/thing';
import type { FakeApi } from '../support/api';
import { installLocks } from '../support/locks';
import { disk } from '../support/records';
import { renderPart } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

vi.mock('@/api/outbox/records', () => import('../support/records'));

const WHEN = { at: NOW, zone: 'Europe/Amsterdam', offset: 0 };

/** Signed in, but nothing that is kept reaches the server. */
function answering(api: FakeApi) {
  answerTeam(api, ['evidence:read', 'evidence:register', 'custody:record']);
  api.on('GET', `${TEAM}/handovers`, () => ({ items: [] }));
  api.cut('POST', `${TEAM}/evidence`);
}

const open = (receive: string | null = null) =>
  renderPart(
    <AtTheSearch jit={JIT} receive={receive} leaving={false} onSignOut={() => undefined} colours={null} />,
    answering,
  );
const textbox = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name}`) });
const press = (name: string) => screen.findByRole('button', { name });

beforeEach(async () => {
  installLocks();
  await wipe();
  disk.clear();
});

describe('an entry that is being typed', () => {
  it('is there again after the page was ended, and gone once it is dropped', async () => {
    const first = await open();
    await first.user.click(await press('New item'));
    await first.user.type(await textbox('Item'), 'Telephone, half typed');
    await waitFor(() => expect(disk.get(`notes/draft/${JIT}`)).toContain('half typed'));
    cleanup();
    const { user } = await open();
    expect((await textbox('Item')).value).toBe('Telephone, half typed');
    await user.click(await press('Cancel'));
    await user.click(await press('Discard entry'));
    await press('New item');
    await waitFor(() => expect(disk.has(`notes/draft/${JIT}`)).toBe(false));
  });

  it('names each field that it needs', async () => {
    const { user } = await open();
    await user.click(await press('New item'));
    await user.click(await press('Save'));
    expect(screen.getAllByText('Required.')).toHaveLength(3);
  });

  it('takes a position that comes late, and nothing of it after it was kept', async () => {
    let found: PositionCallback = () => undefined;
    Object.defineProperty(navigator, 'geolocation', {
      value: {
        getCurrentPosition: (done: PositionCallback) => {
          found = done;
        },
      },
      configurable: true,
    });
    const here = { coords: { latitude: 51.92, longitude: 4.48, accuracy: 5 } } as GeolocationPosition;
    const { user } = await open();
    await user.click(await press('New item'));
    await user.type(await textbox('Item'), 'Router');
    await user.click(await press('Add position'));
    await user.type(await textbox('Place'), 'Rotterdam, hall');
    act(() => found(here));
    expect(await screen.findByText(/51\.92000, 4\.48000/)).toBeTruthy();
    expect((await textbox('Place')).value).toBe('Rotterdam, hall');
    await user.click(await press('Remove position'));
    await user.click(await press('Add position'));
    await user.type(await textbox('Legal basis'), 'Art. 94 Sv');
    await user.click(await press('Save'));
    await press('New item');
    act(() => found(here));
    await waitFor(() => expect(disk.has(`notes/draft/${JIT}`)).toBe(false));
    const kept = [...disk].filter(([name]) => name.startsWith('things/')).map(([, value]) => value);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toContain('Rotterdam, hall');
    expect(kept[0]).not.toContain('51.92');
  });
});

describe('what the server refuses', () => {
  it('says that a label leads to no exhibit that one may see', async () => {
    const made = thingOf(
      { ...emptyDraft({ kind: 'code', code: 'ABCDEFGHJKMN' }, WHEN), place: 'Delft' },
      { no: 1, jit: JIT, seat: 'seat-NL-01', who: 'Noor' },
    );
    const step = made.steps[0];
    if (!step) throw new Error('a label is looked up first');
    disk.set(
      `things/${made.id}`,
      JSON.stringify({
        ...made,
        begun: new Date().toISOString(),
        steps: [
          { ...step, state: 'refused', why: { status: 404, code: 'not-found', detail: '', fields: [] } },
          ...made.steps.slice(1),
        ],
      }),
    );
    await open();
    expect(await screen.findByText('There is no such exhibit, or you have no access to it.')).toBeTruthy();
  });

  it('says that a scanned offer is not open to this seat', async () => {
    await open('handover-1');
    expect(await screen.findByText(/This offer is not open to you/)).toBeTruthy();
  });
});
