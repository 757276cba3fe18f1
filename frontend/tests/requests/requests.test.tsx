/** Legal requests: the list with its filters, the state of an item, the form with the server's sentences, expiring data. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keys } from '@/api/queries';
import { touched } from '@/realtime/facts';
import { answered, likelyMove, nextDeadline } from '@/features/requests/request/state';
import type { DeadlineView, RequestView } from '@/features/requests/request/queries';
import { problem, type FakeApi } from '../support/api';
import { fill, renderRoute } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

const REQUESTS = `${TEAM}/requests`;
const step = (to: string, more: object = {}) => ({ to, needs_reason: false, needs_ground: false, ...more });
const words = (en: string, fr = en) => ({ en, fr });

const clock = (more: object = {}) => ({
  id: 'clock-1',
  item: 'item-1',
  rule: 'BUDAPEST_29',
  title: words('Preservation ends', 'Fin de la conservation'),
  state: 'running',
  begins_at: NOW,
  due_at: '2036-05-01T09:00:00Z',
  zone: 'America/New_York',
  duration: 'P90D',
  basis: 'calendar',
  minimum: false,
  extended: false,
  extension: 'P90D',
  lapses: true,
  ended_at: null,
  source: 'Article 29(7)',
  verified: false,
  ...more,
});
const item = (more: object = {}) => ({
  id: 'item-1',
  place: 1,
  kind: 'data',
  data_category: 'SUBSCRIBER',
  identifier_kind: 'ip',
  identifier: '203.0.113.7',
  description: null,
  from: null,
  until: null,
  state: 'open',
  since_at: NOW,
  ground: null,
  moves: [step('delivered'), step('refused', { needs_ground: true })],
  ...more,
});
const content = {
  title: 'Panel of the marketplace',
  zone: 'America/New_York',
  reference: null,
  counterpart_reference: null,
  facts: 'Sign-ins to the panel.',
  offence: null,
  legal_basis: null,
  purpose: null,
  confidentiality: null,
  language: null,
  issuing_authority: null,
  validating_authority: null,
  conditions: null,
  updated_at: NOW,
  version: 1,
};
const request = (more: object = {}) =>
  ({
    id: 'request-1',
    number: 'NL-RQ-4T7KD',
    party: 'NL',
    direction: 'out',
    instrument: 'BUDAPEST_29',
    instrument_title: words('Preservation request', 'Demande de conservation'),
    family: 'preservation',
    to: { country: 'US', authority: null },
    from: null,
    state: 'SENT',
    since_at: NOW,
    urgent: false,
    created_at: NOW,
    level: 'own',
    content,
    items: [item(), item({ id: 'item-2', place: 2, identifier: '203.0.113.8', state: 'refused' })],
    releases: [],
    clocks: [clock()],
    hops: [],
    papers: [],
    results: [],
    follows: [],
    followed_by: [],
    closing_proposed: false,
    moves: [step('DELIVERED'), step('ACKNOWLEDGED'), step('WITHDRAWN', { needs_reason: true })],
    may: { edit: false, release: true },
    ...more,
  }) as unknown as RequestView;
const page = (...items: unknown[]) => ({ items, next: null });
const instrument = (key: string, title: string, family = 'preservation') => ({
  key,
  title: words(title),
  family,
  legal_basis: { value: words('Budapest Convention, Article 29'), source: 'CETS 185', verified: false },
});

const at = (path: string, answer: (api: FakeApi) => void) =>
  renderRoute(`/jits/${JIT}/${path}`, (api) => {
    answerTeam(api, ['requests:read', 'requests:work', 'requests:release', 'evidence:read']);
    api.on('GET', '/api/instruments', () =>
      page(instrument('BUDAPEST_29', 'Preservation request'), instrument('JIT_MEASURE', 'Domestic measure', 'advice')),
    );
    api.on('GET', '/api/countries', () => page({ code: 'US', name: words('United States') }));
    api.on('GET', `${REQUESTS}/request-1/moves`, () => page());
    answer(api);
  });

it('the list asks for open requests, and for those that the filters name', async () => {
  const { api, user } = await at('requests', (fake) => fake.on('GET', REQUESTS, () => page(request())));
  await screen.findByRole('link', { name: 'Panel of the marketplace' });
  screen.getByText('1 of 2');
  screen.getByText('to United States');
  expect(api.of('GET', REQUESTS).at(-1)?.query.get('open')).toBe('true');
  await user.click(screen.getByRole('combobox', { name: 'State' }));
  await user.click(await screen.findByRole('option', { name: 'Acknowledged', hidden: true }));
  await waitFor(() => expect(api.of('GET', REQUESTS).at(-1)?.query.get('state')).toBe('ACKNOWLEDGED'));
  expect(api.of('GET', REQUESTS).at(-1)?.query.get('open')).toBeNull();
});

it('an empty list says how to begin', async () => {
  await at('requests', (fake) => fake.on('GET', REQUESTS, () => page()));
  await screen.findByText('No requests yet');
  screen.getByRole('link', { name: 'New request' });
  screen.getByRole('link', { name: 'Register incoming request' });
});

it('a refusal needs the ground that the answer names', async () => {
  const shown = await at('requests/request-1', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, () => request());
    fake.on('POST', `${REQUESTS}/request-1/items/item-1/moves`, () => request({ items: [item({ state: 'refused' })] }));
  });
  const { api, user } = shown;
  await user.click(await screen.findByRole('button', { name: 'Record state of item 1' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Record refusal', hidden: true }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Record refusal' }));
  await dialog.findByText('Enter the ground that the answer names.');
  await fill(shown, dialog.getByLabelText(/^Ground/), 'not necessary');
  await user.click(dialog.getByRole('button', { name: 'Record refusal' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = api.of('POST', `${REQUESTS}/request-1/items/item-1/moves`);
  expect(sent?.body).toEqual({ to: 'refused', occurred_at: null, reason: null, ground: 'not necessary' });
});

it('a request of which only the existence is shared says so and offers nothing', async () => {
  const known = request({ level: 'existence', party: 'DE', content: null, items: [], clocks: [], moves: [] });
  await at('requests/request-1', (fake) => fake.on('GET', `${REQUESTS}/request-1`, () => known));
  await screen.findByText(/Germany shared only that this request exists/);
  expect(screen.queryByText('Items')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Record another state' })).toBeNull();
});

it('the form shows the server’s sentences at their fields and keeps what was entered', async () => {
  const shown = await at('requests/new', (fake) =>
    fake.on('POST', REQUESTS, () =>
      problem(422, 'invalid', {
        errors: [
          { field: 'items.0.identifier', message: 'This is no address.' },
          { field: 'to.country', message: 'No such country.' },
        ],
      }),
    ),
  );
  const { api, user } = shown;
  await user.click(await screen.findByRole('button', { name: 'Create draft' }));
  await screen.findByText('Choose an instrument.');
  await user.click(screen.getByRole('combobox', { name: 'Instrument' }));
  expect(screen.queryByRole('option', { name: 'Domestic measure', hidden: true })).toBeNull();
  await user.click(await screen.findByRole('option', { name: 'Preservation request', hidden: true }));
  screen.getByText('Unverified');
  await user.click(screen.getByRole('combobox', { name: 'To country' }));
  await user.click(await screen.findByRole('option', { name: 'United States', hidden: true }));
  await fill(shown, screen.getByLabelText(/^Identifier/), 'x');
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await screen.findByText('This is no address.');
  screen.getByText('No such country.');
  const [sent] = api.of('POST', REQUESTS);
  expect(sent?.body).toMatchObject({
    direction: 'out',
    instrument: 'BUDAPEST_29',
    to: { country: 'US', authority: null },
    legal_basis: 'Budapest Convention, Article 29',
    items: [{ kind: 'data', data_category: 'SUBSCRIBER', identifier_kind: 'ip', identifier: 'x' }],
  });
});

it('expiring data names its rule, and what stops it', async () => {
  const one = {
    request: 'request-1',
    number: 'NL-RQ-4T7KD',
    title: null,
    instrument: 'BUDAPEST_29',
    instrument_title: words('Preservation request'),
    country: 'US',
    urgent: false,
    item: 'item-1',
    data: '203.0.113.7',
    clock: clock(),
    stops: ['production', 'extension'],
  };
  const other = { ...one, number: 'DE-RQ-AAAAA', clock: clock({ id: 'clock-2' }), stops: ['production'] };
  await at('expiring', (fake) => fake.on('GET', `${REQUESTS}/expiring`, () => page(one, other)));
  const [own, foreign] = await waitFor(() => {
    const rows = within(screen.getByRole('region', { name: 'Expiring data' })).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    return rows;
  });
  within(own!).getByText('Article 29(7)');
  within(own!).getByRole('link', { name: 'Request production' });
  within(own!).getByRole('button', { name: 'Extend deadline' });
  within(foreign!).getByText('A production request');
  expect(within(foreign!).queryByRole('link', { name: 'Request production' })).toBeNull();
});

it('the next deadline is one that runs, and a proposed closing is the likely move', () => {
  const met = clock({ state: 'met', due_at: '2026-01-01T00:00:00Z' }) as DeadlineView;
  expect(nextDeadline([met, clock() as DeadlineView])?.id).toBe('clock-1');
  expect(nextDeadline([met])).toBeNull();
  expect(answered(request())).toBe(1);
  expect(likelyMove(request())?.to).toBe('ACKNOWLEDGED');
  const closing = { closing_proposed: true, moves: [step('ACKNOWLEDGED'), step('CLOSED')] };
  expect(likelyMove(request(closing))?.to).toBe('CLOSED');
});

it('a fact of a request reloads its lists, and exhibits that came by it', () => {
  const fact = { position: 1, kind: 'request.result_linked', subject: {}, seat: 'NL-01', party: 'NL', at: NOW };
  expect(touched(JIT, fact)).toEqual(expect.arrayContaining([...keys.requests(JIT), keys.exhibits(JIT)]));
});
