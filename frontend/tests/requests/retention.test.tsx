/** Tasks on items of a request, the retention of ended requests and notices, and a creation whose answer was lost. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FakeApi } from '../support/api';
import { fill } from '../support/screen';
import { task } from '../support/tasks';
import { answerTeam, NOW, TEAM } from '../support/team';
import { at, item, page, request, REQUESTS } from './answers';

const ONE = `${REQUESTS}/request-1`;
const TASKS = `${TEAM}/tasks`;
const linked = { id: 'item-2', request: 'request-1', number: 'NL-RQ-4T7KD', place: 2, kind: 'data', description: null };

const leads = (fake: FakeApi) =>
  answerTeam(fake, [
    ...['requests:read', 'request_contents:read', 'requests:work', 'tasks:read', 'tasks:assign', 'evidence:read'],
    ...['retention:decide', 'retention:read', 'fields:erase'],
  ]);

it('an item lists its tasks, and a new task of it names the item', async () => {
  const shown = await at('requests/request-1', (fake) => {
    leads(fake);
    fake.on('GET', ONE, () => request());
    fake.on('GET', TASKS, () => page(task({ request_items: [{ ...linked, identifier: '203.0.113.8' }] })));
    fake.on('POST', TASKS, () => task());
  });
  const { api, user } = shown;
  const list = await screen.findByRole('list', { name: 'Tasks of item 2' });
  within(list).getByRole('link', { name: /Read the stick/ });
  expect(screen.queryByRole('list', { name: 'Tasks of item 1' })).toBeNull();
  expect(api.of('GET', TASKS).map(({ query }) => query.get('request'))).toEqual(['request-1']);
  await user.click(screen.getByRole('button', { name: 'Create task for item 1' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/an item of a legal request/);
  await user.click(dialog.getByRole('combobox', { name: /Assignee/ }));
  await user.click(await screen.findByRole('option', { name: /Noor Brandsma/, hidden: true }));
  await user.click(dialog.getByRole('button', { name: 'Create task' }));
  await waitFor(() => expect(api.of('POST', TASKS)).toHaveLength(1));
  const [sent] = api.of('POST', TASKS);
  expect(sent?.body).toMatchObject({ title: 'Item 1 of legal request NL-RQ-4T7KD', request_items: ['item-1'] });
});

it('an ended request shows its review, the entries with its texts, and is kept by a leader', async () => {
  let retention = { review_on: '2026-01-05', overdue: true, may_keep: true, entries: [12] };
  const shown = await at('requests/request-1', (fake) => {
    leads(fake);
    fake.on('GET', ONE, () => request({ state: 'CLOSED', moves: [], retention }));
    fake.on('GET', TASKS, () => page());
    fake.on('GET', `${TEAM}/ledger/entries/12/erasures`, () => ({
      position: 12,
      erasable: ['facts'],
      by_two: false,
      erasures: [],
    }));
    fake.on('PUT', `${ONE}/retention`, () => {
      retention = { ...retention, review_on: '2036-03-01', overdue: false };
      return request({ state: 'CLOSED', moves: [], retention });
    });
  });
  const { api, user } = shown;
  const texts = await screen.findByRole('list', { name: 'Entries with texts of the request' });
  within(texts).getByText('Entry 12');
  await within(texts).findByRole('button', { name: /Erase/ });
  await user.click(screen.getByRole('button', { name: 'Keep until …' }));
  const dialog = within(await screen.findByRole('dialog'));
  await fill(shown, dialog.getByLabelText(/Reason for keeping it/), 'The appeal is pending');
  await user.click(dialog.getByRole('button', { name: 'Keep request' }));
  await dialog.findByText('Choose the date of the next review.');
  expect(api.of('PUT', `${ONE}/retention`)).toHaveLength(0);
  await fill(shown, dialog.getByLabelText(/Next review/), '01/03/2036');
  await user.click(dialog.getByRole('button', { name: 'Keep request' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = api.of('PUT', `${ONE}/retention`);
  expect(sent?.body).toEqual({ review_on: '2036-03-01', reason: 'The appeal is pending' });
  await waitFor(() => expect(screen.queryByText('Review due')).toBeNull());
});

it('a request whose answer was lost is created once, under the same key', async () => {
  const made = new Map<string | null, object>();
  const shown = await at('requests/new', (fake) => {
    fake.on('POST', REQUESTS, ({ headers }) => {
      const key = headers.get('Idempotency-Key');
      if (!made.has(key)) made.set(key, request({ items: [item()] }));
      return made.get(key);
    });
    fake.on('GET', ONE, () => request());
  });
  const { api, user } = shown;
  await user.click(await screen.findByRole('combobox', { name: 'Instrument' }));
  await user.click(await screen.findByRole('option', { name: 'Preservation request', hidden: true }));
  await user.click(screen.getByRole('combobox', { name: 'To country' }));
  await user.click(await screen.findByRole('option', { name: 'United States', hidden: true }));
  await fill(shown, screen.getByLabelText(/^Identifier/), '203.0.113.7');
  api.loseAnswer('POST', REQUESTS);
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await screen.findByText(/The server did not respond, so the result is unknown/);
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await waitFor(() => expect(api.of('POST', REQUESTS)).toHaveLength(2));
  expect([...made.keys()]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

it('the screen Retention lists ended requests and notices, and a notice is kept by a leader', async () => {
  let notices = [
    {
      ...{ notice: 'notice-1', number: 'NL-NO-4T7KD', title: null, kind: 'GREEN', state: 'withdrawn', ended_at: NOW },
      retention: { review_on: '2026-01-05', overdue: true, may_keep: true, entries: [] },
    },
  ];
  const shown = await at('reviews', (fake) => {
    leads(fake);
    fake.on('GET', `${TEAM}/reviews`, () => page());
    fake.on('GET', `${REQUESTS}/reviews`, () => page());
    fake.on('GET', `${TEAM}/notices/reviews`, () => page(...notices));
    fake.on('PUT', `${TEAM}/notices/notice-1/retention`, () => {
      notices = [];
      return { id: 'notice-1' };
    });
  });
  const { api, user } = shown;
  await screen.findByRole('link', { name: 'NL-NO-4T7KD' });
  expect(screen.queryByText('Legal requests due for review')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Keep notice NL-NO-4T7KD' }));
  const dialog = within(await screen.findByRole('dialog'));
  await fill(shown, dialog.getByLabelText(/Reason for keeping it/), 'The appeal is pending');
  await fill(shown, dialog.getByLabelText(/Next review/), '01/03/2036');
  await user.click(dialog.getByRole('button', { name: 'Keep notice' }));
  await waitFor(() => expect(screen.queryByText('Notices due for review')).toBeNull());
  const [sent] = api.of('PUT', `${TEAM}/notices/notice-1/retention`);
  expect(sent?.body).toEqual({ review_on: '2036-03-01', reason: 'The appeal is pending' });
});
