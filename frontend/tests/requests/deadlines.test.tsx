/** Deadlines that a member begins, by a day or an event, and ends. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FakeApi } from '../support/api';
import { fill } from '../support/screen';
import { answerTeam, NOW } from '../support/team';
import { at, clock, instrument, page, request, REQUESTS, words } from './answers';

const ONE = `${REQUESTS}/request-1`;
const served = { key: 'SERVICE', title: words('Answer after service') };

function answerOne(fake: FakeApi): void {
  answerTeam(fake, ['requests:read', 'request_contents:read', 'requests:work']);
  fake.on('GET', ONE, () => request({ clocks: [clock()] }));
  fake.on('GET', '/api/instruments', () =>
    page({ ...instrument('BUDAPEST_29', 'Preservation request'), forms: [], deadlines: [{ value: served }] }),
  );
  fake.on('POST', `${ONE}/deadlines`, () => request({ clocks: [clock()] }));
  fake.on('POST', `${ONE}/deadlines/clock-1/end`, () => request({ clocks: [clock()] }));
}

it('a deadline begins with the day for which the answer was asked, or with its event, and is ended', async () => {
  const shown = await at('requests/request-1', answerOne);
  const { api, user } = shown;
  const sent = () => api.of('POST', `${ONE}/deadlines`).map(({ body }) => body);
  const open = async () => {
    await user.click(await screen.findByRole('button', { name: 'Add deadline' }));
    return within(await screen.findByRole('dialog'));
  };
  const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  let dialog = await open();
  await user.click(dialog.getByRole('button', { name: 'Add deadline' }));
  await dialog.findByText(/^Enter a date as/);
  await fill(shown, dialog.getByRole('textbox', { name: /Answer by/ }), '12/12/2036');
  await user.click(dialog.getByRole('button', { name: 'Add deadline' }));
  await gone();
  expect(sent()).toEqual([{ rule: 'ASKED', item: null, due_on: '2036-12-12' }]);

  dialog = await open();
  await user.click(dialog.getByRole('combobox', { name: 'Deadline' }));
  await user.click(await screen.findByRole('option', { name: 'Answer after service', hidden: true }));
  await fill(shown, dialog.getByRole('textbox', { name: /Event that begins/ }), '12/05/2026 10:00');
  await user.click(dialog.getByRole('button', { name: 'Add deadline' }));
  await gone();
  expect(sent()[1]).toEqual({ rule: 'SERVICE', item: null, begins_at: '2026-05-12T10:00:00+02:00' });

  await user.click(screen.getByRole('button', { name: 'End deadline: Preservation ends' }));
  dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: 'The deadline does not matter any more.' }));
  await user.click(dialog.getByRole('button', { name: 'End deadline' }));
  await gone();
  expect(api.of('POST', `${ONE}/deadlines/clock-1/end`)[0]?.body).toEqual({ outcome: 'void', occurred_at: null });
});

it('a deadline says how late it was met, and what its production request lacks until data no longer expires', async () => {
  const earlier = {
    id: 'request-0',
    number: 'NL-RQ-00000',
    instrument: 'EPOC_PR',
    state: 'DELIVERED',
    relation: 'production',
    confirmed_at: null,
    awaits_confirmation: true,
  };
  const shown = await at('requests/request-1', (fake) => {
    answerTeam(fake, ['requests:read', 'requests:work']);
    const clocks = [
      clock(),
      clock({ id: 'clock-2', lapses: false, state: 'met_late', ended_at: '2026-05-28T10:00:00Z', late_days: 2 }),
      clock({ id: 'clock-3', stopped_by: 'confirmation' }),
    ];
    fake.on('GET', ONE, () => request({ state: 'SENT', clocks, follows: [earlier], production: 'sent' }));
    fake.on('POST', `${ONE}/links/request-0/confirmation`, () => request({ state: 'SENT' }));
  });
  await screen.findByText('Met late, by 2 days');
  screen.getByText('Production request sent, receipt not recorded');
  screen.getByText('Production requested. Tell the addressee with Form 5 and record it.');
  await shown.user.click(screen.getByRole('button', { name: 'Record that the addressee was told (Form 5)' }));
  const dialog = within(await screen.findByRole('dialog'));
  await shown.user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(shown.api.of('POST', `${ONE}/links/request-0/confirmation`)[0]?.body).toEqual({ confirmed_at: null });
});

it('a coordinator reads state, holder and deadlines, and is told that the content is not visible to the role', async () => {
  const hops = [{ id: 'hop-1', authority: 'Federal Office of Justice', contact: null, arrived_at: NOW }];
  const known = request({ level: 'own', content: null, items: [], clocks: [clock()], hops, moves: [] });
  await at('requests/request-1', (fake) => fake.on('GET', ONE, () => known));
  await screen.findByText(/are not visible to your role/);
  screen.getByText('Current holder');
  screen.getByRole('heading', { name: 'Deadlines' });
  for (const name of ['Items', 'Case', 'Papers', 'History', 'Transmission'])
    expect(screen.queryByRole('heading', { name })).toBeNull();
  expect(screen.queryByRole('link', { name: /form/i })).toBeNull();
});
