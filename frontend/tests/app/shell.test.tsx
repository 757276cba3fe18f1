/** The frame of a team's screens: navigation with counters, palette, help. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { helpPage } from '@/app/shell/help/page';
import { pages } from '@/app/shell/help/pages.en';
import { GROUPS } from '@/app/shell/navigation/screens';
import { matching } from '@/app/shell/palette/commands';
import { IconPlus } from '@tabler/icons-react';
import type { FakeApi } from '../support/api';
import { renderRoute } from '../support/screen';
import { answerTeam, JIT, TEAM } from '../support/team';

const HIT = {
  id: 'exhibit-1',
  parent: null,
  title: 'Protocol from Kassel',
  number: 'DE-2026-AAAA',
  party: 'DE',
  member: null,
  at: null,
  state: null,
  level: 'readable',
  detail: null,
};

function answer(api: FakeApi) {
  answerTeam(api, ['evidence:read', 'tasks:read', 'tasks:assign', 'consents:read', 'evidence:register']);
  api.on('GET', `${TEAM}/evidence`, () => ({ items: [], next: null, previous: null, total: 0 }));
  api.on('GET', `${TEAM}/pending-actions`, () => ({
    total: 5,
    groups: [
      { group: 'tasks', count: 2 },
      { group: 'consents', count: 3 },
    ],
    items: [],
  }));
  api.on('GET', `${TEAM}/search`, () => ({ groups: [{ kind: 'evidence', items: [HIT], more: false }] }));
}

const at = (path: string) => renderRoute(`/jits/${JIT}/${path}`, answer);

describe('the navigation', () => {
  it('lists the screens that the member may open in groups, with the number of pending actions', async () => {
    await at('evidence');
    const navigation = await screen.findByRole('navigation', { name: 'Screens' });
    const groups = within(navigation)
      .getAllByRole('heading')
      .map((one) => one.textContent);
    expect(groups).toEqual(['Evidence', 'Coordination', 'Team']);
    await within(navigation).findByRole('link', { name: /^Overview.*5 pending actions$/ });
    within(navigation).getByRole('link', { name: /^Tasks.*2 pending actions$/ });
    within(navigation).getByRole('link', { name: /^Sharing.*3 pending actions$/ });
    expect(within(navigation).queryByRole('link', { name: 'Messages' })).toBeNull();
    const here = within(navigation)
      .getAllByRole('link')
      .filter((one) => one.hasAttribute('aria-current'));
    expect(here.map((one) => one.textContent)).toEqual(['Exhibits']);
  });
  it('has at most 14 entries, and the other screens as tabs that Alt and a digit open', async () => {
    expect(GROUPS.reduce((sum, { entries }) => sum + entries.length, 1)).toBeLessThanOrEqual(14);
    const { user } = await at('copies');
    const tabs = await screen.findByRole('navigation', { name: 'Tabs of Sharing' });
    await within(tabs).findByRole('link', { name: /^Consent requests.*3 pending actions$/ });
    const named = within(tabs)
      .getAllByRole('link')
      .map((one) => [one.firstChild?.textContent, one.getAttribute('aria-current')]);
    expect(named).toEqual([
      ['Consent requests', null],
      ['Copies', 'page'],
    ]);
    await user.keyboard('{Alt>}[Digit1]{/Alt}');
    await waitFor(() => expect(location.pathname).toBe(`/jits/${JIT}/consents`));
  });
  it('is a drawer that closes once a screen was chosen', async () => {
    const { user } = await at('evidence');
    await user.click(await screen.findByRole('button', { name: 'Open navigation' }));
    const drawer = await screen.findByRole('dialog', { name: 'Lantern' });
    await user.click(within(drawer).getByRole('link', { name: 'Members' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(location.pathname).toBe(`/jits/${JIT}/members`);
  });
});

describe('the palette', () => {
  it('opens the exhibit that the server found', async () => {
    const { api, user } = await at('evidence');
    await screen.findByRole('navigation', { name: 'Screens' });
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('textbox', { name: 'Search or run a command' });
    await user.type(field, 'kassel');
    const palette = await screen.findByRole('dialog');
    const hit = await within(palette).findByRole('button', { name: /Protocol from Kassel/ });
    expect(hit.textContent).toContain('Germany');
    expect(api.of('GET', `${TEAM}/search`).at(-1)?.query.get('q')).toBe('kassel');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(location.pathname).toBe(`/jits/${JIT}/evidence/exhibit-1`));
  });
  it('runs a command by the beginnings of its words', async () => {
    const { user } = await at('evidence');
    await user.click(await screen.findByRole('button', { name: 'Search or run a command' }));
    await user.type(await screen.findByRole('textbox', { name: 'Search or run a command' }), 'ta ne');
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: /New task|Give a task/ });
  });
  it('finds words without their accents', () => {
    const command = { id: 'x', label: 'Nouvelle tâche', icon: IconPlus, run: () => undefined };
    expect(matching([command], 'TACHE nouv')).toEqual([command]);
    expect(matching([command], 'ache')).toEqual([]);
  });
});

describe('the help', () => {
  it('explains the screen, and lists markings, terms and keys', async () => {
    const { user } = await at('evidence');
    await screen.findByRole('navigation', { name: 'Screens' });
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Help' });
    await within(help).findByText(pages.evidence[0]);
    await user.click(within(help).getByRole('tab', { name: 'Markings' }));
    await within(help).findByText('TLP:AMBER+STRICT');
    await user.click(within(help).getByRole('tab', { name: 'Glossary' }));
    await user.type(within(help).getByRole('textbox', { name: 'Search terms' }), 'seal');
    await within(help).findByText('No term contains these words.');
    await user.click(within(help).getByRole('tab', { name: 'Keyboard' }));
    await within(help).findByText('Search or run a command');
  });
  it('has a page for each screen of a team', () => {
    const known = ['', 'evidence', 'evidence/x', 'tasks/x', 'operations/x/board', 'audit', 'members'];
    expect(known.map((path) => helpPage(`/jits/x/${path}`))).toEqual([
      'overview',
      'evidence',
      'exhibit',
      'task',
      'board',
      'audit',
      'members',
    ]);
    expect(helpPage('/jits/x/nowhere')).toBeNull();
  });
});
