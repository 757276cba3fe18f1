/** The page of an exhibit in daily use: its place in the list, its preview in a working session, and what cannot be viewed. */
import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { EvidenceView, OpeningView } from '@/api/views';
import { OwnPreview } from '@/app/pages/evidence/OwnPreview';
import { ExhibitHeader } from '@/features/evidence/exhibit/ExhibitHeader';
import { ListPosition } from '@/features/evidence/list/ListPosition';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { NOW, TEAM } from '../support/team';

const file = (more: object) => ({ id: 'f', name: 'a.bin', state: 'ready', has_rendition: false, ...more });
const shown = (more: object) => exhibit({ files_count: 1, ...more }) as unknown as EvidenceView;

it('disables View with a reason where no file can be shown', async () => {
  await renderPart(<ExhibitHeader exhibit={shown({ files: [file({})] })} onAct={() => {}} />);
  const view = await screen.findByRole('button', { name: 'View' });
  expect(view.getAttribute('aria-disabled')).toBe('true');
  expect(view.getAttribute('aria-description')).toBe('No file can be shown on the page. Download the originals.');
});

it('turns to the exhibits before and after it in the list, as the list shows them', async () => {
  const turned = vi.fn();
  const { user } = await renderPart(<ListPosition exhibit="ex-2" listed={{ q: 'stick' }} onTurn={turned} />, (fake) => {
    fake.on('GET', `${TEAM}/evidence`, ({ query }) => ({
      items: query.get('q') === 'stick' ? ['ex-1', 'ex-2', 'ex-3'].map((id) => ({ id })) : [],
      next: null,
      previous: null,
    }));
    fake.on('GET', `${TEAM}/evidence/count`, () => ({ count: 3, more: false }));
  });
  const place = await screen.findByRole('navigation', { name: 'Position in the list' });
  expect(within(place).getByText('2 of 3')).toBeTruthy();
  await user.click(within(place).getByRole('button', { name: 'Next exhibit' }));
  await user.click(within(place).getByRole('button', { name: 'Previous exhibit' }));
  expect(turned.mock.calls).toEqual([['ex-3'], ['ex-1']]);
});

it('records a preview of an own exhibit as a view in the working session, and shows none without a session', async () => {
  const session = {
    id: 'ws-1',
    here: true,
    purpose: 'JIT_PURPOSE',
    justification: 'Indictment',
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    began_at: NOW,
    openings: 0,
  };
  for (const [mine, sessions, expected] of [
    [true, [session], 1],
    [true, [], 0],
    [true, [{ ...session, here: false }], 0],
    [false, [session], 0],
  ] as const) {
    const opened = vi.fn<(opening: OpeningView) => void>();
    const of = shown({ mine, files: [file({ has_rendition: true })] });
    const { api, queries } = await renderPart(
      <OwnPreview exhibit={of} onOpened={opened}>
        <p>{'Not viewed'}</p>
      </OwnPreview>,
      (fake) => {
        fake.on('GET', `${TEAM}/working-sessions`, () => ({ items: sessions, next: null }));
        fake.on('POST', `${TEAM}/evidence/exhibit-1/openings`, () => ({ id: 'o', act: 'open', files: [] }));
      },
    );
    await vi.waitUntil(() => api.of('GET', `${TEAM}/working-sessions`).length > 0 && queries.isFetching() === 0);
    if (expected > 0) await vi.waitUntil(() => opened.mock.calls.length > 0);
    else expect((await screen.findAllByText('Not viewed')).length).toBeGreaterThan(0);
    const sent = api.of('POST', `${TEAM}/evidence/exhibit-1/openings`).map(({ body }) => body);
    expect(sent).toEqual(Array.from({ length: expected }, () => ({ act: 'open', working_session: 'ws-1' })));
  }
});
