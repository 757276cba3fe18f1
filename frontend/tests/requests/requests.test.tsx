/** Legal requests: the list with its filters, the state of an item, the form with the server's sentences, expiring data. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keys } from '@/api/queries';
import { touched } from '@/realtime/facts';
import { delivered, duesOf, holderOf, isLate, likelyMove, nextDeadline } from '@/features/requests/request/state';
import type { DeadlineView } from '@/features/requests/request/queries';
import { problem } from '../support/api';
import { fill } from '../support/screen';
import { JIT, NOW } from '../support/team';
import { REQUESTS, step, clock, instrument, item, request, page, lapse, at } from './answers';

it('the list asks for open requests, and for those that the filters name', async () => {
  const { api, user } = await at('requests', (fake) => fake.on('GET', REQUESTS, () => page(request())));
  await screen.findByRole('link', { name: 'Panel of the marketplace' });
  screen.getByText('0 of 2');
  screen.getByText('to United States');
  expect(api.of('GET', REQUESTS).at(-1)?.query.get('open')).toBe('true');
  expect(api.of('GET', REQUESTS).at(-1)?.query.get('sort')).toBe('deadline');
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
  expect(screen.getAllByRole('link', { name: 'Recognise identifiers' })).toHaveLength(2);
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
  const one = lapse();
  const retention = {
    provider: 'Example Hosting',
    category: 'TRAFFIC',
    days: 90,
    oldest_at: '2026-05-16T09:00:00Z',
    deletes_on: '2026-08-14',
    zone: 'Europe/Amsterdam',
    source: 'Letter of the provider',
    verified: true,
  };
  const deletion = {
    ...one,
    id: 'item-2',
    due_at: '2036-08-13T22:00:00Z',
    clock: null,
    retention,
    stops: ['preservation'],
  };
  const preserved = { ...deletion, id: 'item-3', stops: [] };
  const other = lapse(clock({ id: 'clock-2' }), { party: 'DE', number: 'DE-RQ-AAAAA', stops: ['production'] });
  await at('expiring', (fake) => fake.on('GET', `${REQUESTS}/expiring`, () => page(one, other, deletion, preserved)));
  const rows = await waitFor(() => {
    const found = within(screen.getByRole('region', { name: 'Expiring data' })).getAllByRole('listitem');
    expect(found).toHaveLength(4);
    return found;
  });
  const [own, foreign] = rows;
  within(own!).getByText('Article 29(7)');
  within(own!).getByRole('link', { name: 'Request production' });
  within(own!).getByRole('button', { name: 'Extend preservation' });
  within(own!).getByText(/^Request production of the data, or extend its preservation/);
  within(foreign!).getByText('Germany has to request production of the data.');
  const [deleted, kept] = [rows[2]!, rows[3]!];
  within(deleted).getByText(/^Example Hosting keeps Traffic data for 90 days/);
  within(deleted).getByText('14 Aug 2026');
  within(deleted).getByText('Provider card: Letter of the provider');
  within(deleted).getByText('Request preservation of the data before this day.');
  const preserve = within(deleted).getByRole('link', { name: 'Request preservation' });
  expect(preserve.getAttribute('href')).toContain('preserves=request-1');
  within(kept).getByText('A preservation request for this identifier is linked.');
  expect(within(foreign!).queryByRole('link', { name: 'Request production' })).toBeNull();
});

it('the next deadline is one that runs, and a proposed closing is the likely move', () => {
  const met = clock({ state: 'met', due_at: '2026-01-01T00:00:00Z' }) as DeadlineView;
  expect(nextDeadline([met, clock() as DeadlineView])?.id).toBe('clock-1');
  expect(nextDeadline([met])).toBeNull();
  expect(delivered(request({ items: [item({ state: 'delivered' }), item({ state: 'refused' })] }))).toBe(1);
  expect(likelyMove(request())?.to).toBe('ACKNOWLEDGED');
  const closing = { closing_proposed: true, moves: [step('ACKNOWLEDGED'), step('CLOSED')] };
  expect(likelyMove(request(closing))?.to).toBe('CLOSED');
});

it('a waiting time is late beyond the usual one, unless every item is answered', () => {
  const waits = request({ usual_wait: { hours: 216, steps: 3 } });
  expect([isLate(waits, 9), isLate(waits, 10), isLate(request(), 99)]).toEqual([false, true, false]);
  expect(isLate({ ...waits, closing_proposed: true }, 10)).toBe(false);
});

it('the link to the form is hidden where the instrument has none', async () => {
  await at('requests/request-1', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, () => request());
    fake.on('GET', '/api/instruments', () => page({ ...instrument('BUDAPEST_29', 'Preservation request'), forms: [] }));
  });
  await screen.findByRole('button', { name: 'Record another state' });
  expect(screen.queryByRole('link', { name: 'Show form' })).toBeNull();
});

it('a fact of a request reloads its lists, and exhibits that came by it', () => {
  const fact = { position: 1, kind: 'request.result_linked', subject: {}, seat: 'NL-01', party: 'NL', at: NOW };
  expect(touched(JIT, fact)).toEqual(expect.arrayContaining([...keys.requests(JIT), keys.exhibits(JIT)]));
});

it('the list is shown as a board by state and as a line of deadlines, with expiring data above', async () => {
  const soon = new Date(Date.now() + 70.5 * 3_600_000).toISOString();
  const held = {
    authority: 'Federal Office of Justice',
    arrived_at: new Date(Date.now() - 12.5 * 86_400_000).toISOString(),
  };
  const asked = request({
    id: 'request-2',
    number: 'NL-RQ-BBBBB',
    state: 'CLARIFICATION_REQUESTED',
    hops: [held],
    clocks: [clock({ id: 'clock-2' })],
  });
  const { api, user } = await at('requests', (fake) => {
    fake.on('GET', REQUESTS, () => page(request(), asked));
    fake.on('GET', `${REQUESTS}/expiring`, () => page(lapse(clock({ due_at: soon }))));
  });
  const panel = within(await screen.findByRole('region', { name: 'Expiring data' }));
  panel.getByText('1 within 14 days');
  panel.getByText(/^70 hr/);
  await screen.findByText('Federal Office of Justice');
  screen.getByText('for 12 days');
  await user.click(screen.getByRole('radio', { name: 'Board' }));
  const column = within(await screen.findByRole('region', { name: /^To clarify or send again/ }));
  column.getByText('Clarification requested');
  expect(within(screen.getByRole('region', { name: /^On the way/ })).getAllByRole('listitem')).toHaveLength(1);
  await user.click(screen.getByRole('radio', { name: 'Deadlines' }));
  const later = within(await screen.findByRole('region', { name: /^Later/ }));
  expect(later.getAllByRole('listitem')).toHaveLength(2);
  expect(api.of('GET', REQUESTS).at(-1)?.query.get('sort')).toBe('deadline');
});

it('the filters open on closed requests where no request is open', async () => {
  const { user } = await at('requests', (fake) =>
    fake.on('GET', REQUESTS, ({ query }) => (query.get('open') ? page() : page(request({ state: 'CLOSED' })))),
  );
  await user.click(await screen.findByRole('button', { name: 'Show all requests' }));
  await screen.findByRole('link', { name: 'Panel of the marketplace' });
});

it('a line of deadlines leaves out what may not be complete yet', () => {
  const due = (id: string, due_at: string) => clock({ id, due_at });
  const first = request({ clocks: [due('a', '2036-05-01T09:00:00Z'), due('b', '2036-07-01T09:00:00Z')] });
  const second = request({ clocks: [due('c', '2036-06-01T09:00:00Z')] });
  expect(duesOf([first, second], true).map(({ clock: { id } }) => id)).toEqual(['a', 'c', 'b']);
  expect(duesOf([first, second], false).map(({ clock: { id } }) => id)).toEqual(['a', 'c']);
  expect(holderOf(request({ state: 'DRAFT' }))?.party).toBe('NL');
  expect(holderOf(request())).toBeNull();
});

it('a draft is changed by what differs, at the version that the user saw', async () => {
  const draft = request({
    state: 'DRAFT',
    clocks: [],
    items: [item({ moves: [] }), item({ id: 'item-2', place: 2, identifier: '203.0.113.8', moves: [] })],
    moves: [step('SENT')],
    may: { edit: true, release: true },
  });
  let tried = 0;
  const shown = await at('requests/request-1', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, () => draft);
    fake.on('PATCH', `${REQUESTS}/request-1`, () => {
      tried += 1;
      return tried === 1
        ? problem(422, 'invalid', { errors: [{ field: 'add_items.0.identifier', message: 'This is no address.' }] })
        : draft;
    });
  });
  const { api, user } = shown;
  await user.click(await screen.findByRole('button', { name: 'Edit request' }));
  await user.clear(screen.getByLabelText('Title'));
  await fill(shown, screen.getByLabelText('Title'), 'Mailbox of the panel');
  const second = within(screen.getByRole('group', { name: 'Item 2' }));
  await user.clear(second.getByLabelText(/^Identifier/));
  await fill(shown, second.getByLabelText(/^Identifier/), '203.0.113.9');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  await second.findByText('This is no address.');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull());
  const sent = api.of('PATCH', `${REQUESTS}/request-1`).at(-1);
  expect(sent?.headers.get('if-match')).toBe('"1"');
  expect(sent?.body).toMatchObject({
    title: 'Mailbox of the panel',
    add_items: [
      {
        kind: 'data',
        data_category: 'SUBSCRIBER',
        identifier_kind: 'ip',
        identifier: '203.0.113.9',
        description: null,
        from: null,
        until: null,
      },
    ],
    remove_items: ['item-2'],
  });
});

it('an earlier request is linked afterwards, and the usual wait is told', async () => {
  const hop = {
    id: 'hop-1',
    authority: 'Federal Office of Justice',
    country: null,
    contact: 'Duty officer',
    channel: null,
    receipt: null,
    arrived_at: new Date(Date.now() - 12.5 * 86_400_000).toISOString(),
  };
  const shown = await at('requests/request-1', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, () => request({ hops: [hop], usual_wait: { hours: 216, steps: 3 } }));
    fake.on('GET', REQUESTS, () => page(request(), request({ id: 'request-2', number: 'NL-RQ-BBBBB' })));
    fake.on('PUT', `${REQUESTS}/request-1/links/request-2`, () => request());
  });
  const { api, user } = shown;
  await screen.findByText('longer than usual: 9 days (median of 3 earlier steps)');
  screen.getByRole('link', { name: 'Show form' });
  screen.getByText(/^local time .* \(America\/New_York\)$/);
  screen.getByRole('link', { name: 'Request production' });
  await user.click(screen.getByRole('button', { name: 'Link earlier request' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('combobox', { name: 'Earlier request' }));
  await user.click(await screen.findByRole('option', { name: /^NL-RQ-BBBBB/, hidden: true }));
  expect(screen.queryByRole('option', { name: /^NL-RQ-4T7KD/, hidden: true })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Link request' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(api.of('PUT', `${REQUESTS}/request-1/links/request-2`)[0]?.body).toEqual({ relation: 'production' });
});
