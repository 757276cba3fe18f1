/** Alerts of one kind share a row, which opens; an emergency access is never folded away. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AlertsScreen } from '@/features/notifications/alerts/AlertsScreen';
import { DigestsSection } from '@/features/notifications/alerts/DigestsSection';
import { renderPart } from '../support/screen';
import { NOW, TEAM } from '../support/team';

const alert = (id: string, kind: string, party = 'DE') => ({
  id,
  kind,
  party,
  seat: 'DE-02',
  evidence: `evidence-${id}`,
  exhibit_number: `NL-${id}`,
  title: `Exhibit ${id}`,
  openings: 1,
  recipient: null,
  raised_at: NOW,
  owner: 'NL-01',
  mine: true,
  may_answer: true,
  acknowledged_at: null,
  word: null,
  version: 1,
});

it('folds alerts of one kind about one party, and selects all of them', async () => {
  const { user } = await renderPart(<AlertsScreen />, (api) => {
    api.on('GET', `${TEAM}/alerts`, () => ({
      items: [
        ...['1', '2', '3'].map((id) => alert(id, 'first_opening')),
        alert('4', 'copy'),
        ...['5', '6', '7'].map((id) => alert(id, 'emergency')),
      ],
      next: null,
    }));
  });
  const list = await screen.findByRole('list', { name: 'Alerts' });
  const group = within(list).getByRole('button', { name: /First viewed \(3 alerts\)/ });
  expect(within(list).queryByRole('link', { name: /Exhibit 1/ })).toBeNull();
  expect(within(list).getByRole('link', { name: /Exhibit 4/ })).toBeTruthy();
  expect(within(list).getAllByRole('link', { name: /Exhibit [567]/ })).toHaveLength(3);
  await user.click(group);
  expect(within(list).getByRole('link', { name: /Exhibit 3/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Select mine (4)' }));
  expect(screen.getByRole('button', { name: 'Acknowledge 4 alerts' })).toBeTruthy();
});

it('has as many rows for alerts of the member as pending actions, and folds those of others by party', async () => {
  const others = (id: string) => ({ ...alert(id, 'copy', 'FR'), mine: false, owner: 'NL-02' });
  await renderPart(<AlertsScreen />, (api) => {
    api.on('GET', `${TEAM}/alerts`, () => ({
      items: [
        alert('1', 'first_opening'),
        alert('2', 'first_opening', 'FR'),
        alert('3', 'copy'),
        ...['4', '5', '6'].map(others),
      ],
      next: null,
    }));
  });
  const list = await screen.findByRole('list', { name: 'Alerts' });
  const rows = within(list)
    .getAllByRole('listitem')
    .map((row) => row.textContent);
  expect(rows).toHaveLength(3);
  expect(rows.filter((row) => row.includes('Assigned to you'))).toHaveLength(2);
  expect(rows[0]).toMatch(/Germany, France.*First viewed \(2 alerts\)/);
});

it('says of past days alone that nobody opened anything: the alerts above are of today', async () => {
  await renderPart(<DigestsSection />, (api) => {
    api.on('GET', `${TEAM}/digests`, () => ({ items: [], next: null }));
  });
  expect(await screen.findByText(/No other party has viewed an exhibit of your party on a past day\./)).toBeTruthy();
});
