/** Sharing of an exhibit in words, and a recall offered only where the server would accept it. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { SharingTable } from '@/features/sharing/releases/SharingTable';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { NOW, TEAM } from '../support/team';

async function render(more: object = {}, waiting: object[] = []) {
  const part = await renderPart(
    <SharingTable exhibit={exhibit(more) as unknown as EvidenceView} copiesOut={() => 0} />,
    (api) => {
      api.on('GET', `${TEAM}/waiting-releases`, () => ({ items: waiting, next: null }));
      api.on('POST', `${TEAM}/simulations`, () => ({ parties: [] }));
    },
  );
  await screen.findByRole('table');
  return part;
}

const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].slice(0, 4).map((cell) => cell.textContent));

const RECALL = {
  id: 'w',
  evidence: 'exhibit-1',
  party: 'DE',
  level: 'none',
  originator: 'NL',
  waits_for: ['second_leader'],
  wanted_by: 'NL-01',
  wanted_at: NOW,
  reason: 'Why',
  may: [],
  court_use: false,
};

describe('SharingTable', () => {
  it('says for every party the access, its end and the reason, with names before codes', async () => {
    await render();
    expect(screen.getByRole('heading', { name: 'Shared with 1 of 2 parties' })).toBeTruthy();
    const [netherlands, germany, france] = ['Netherlands', 'Germany', 'France'].map((name) =>
      rows().find(([party]) => party === name),
    );
    expect(netherlands?.slice(0, 2)).toEqual(['Netherlands', 'Originator']);
    expect(germany?.[2]).toBe('no end date');
    expect(germany?.[3]).toMatch(/^Noor Brandsma \(NL-01\)/);
    expect(france?.slice(2)).toEqual(['–', 'Not shared']);
  });

  it('has only the own row for another party', async () => {
    await render({ mine: false, originator: 'DE', sees: { releases: 'own', copies: 'own' } });
    expect(screen.queryByText('Not shared')).toBeNull();
    expect(screen.getByText('Your party sees only its own access.')).toBeTruthy();
  });

  it('offers the recall in the editor of a release', async () => {
    const { user } = await render();
    await user.click(screen.getByRole('button', { name: 'Change access of Germany' }));
    expect(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Recall' })).toBeTruthy();
  });

  it('offers no recall while one waits for its second leader', async () => {
    const { user } = await render({}, [RECALL]);
    await screen.findByText(/keeps access until then/);
    await user.click(screen.getByRole('button', { name: 'Change access of Germany' }));
    expect(within(await screen.findByRole('dialog')).queryByRole('button', { name: 'Recall' })).toBeNull();
  });

  it('offers no recall while administrators read the exhibit', async () => {
    const { user } = await render({ verification: 'waiting' });
    await user.click(screen.getByRole('button', { name: 'Change access of Germany' }));
    expect(within(await screen.findByRole('dialog')).queryByRole('button', { name: 'Recall' })).toBeNull();
  });
});
