/** Required approvals of an exhibit or legal request: shown to the own party, set and lifted by its leaders. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RequiredApprovalsPanel } from '@/features/sharing/required-approvals/RequiredApprovalsPanel';
import { at, request, REQUESTS } from '../requests/answers';
import type { FakeApi } from '../support/api';
import { fill, renderPart } from '../support/screen';
import { answerTeam, NOW, TEAM } from '../support/team';

const APPROVALS = `${TEAM}/required-approvals`;
const approval = (id: string, more: object = {}) => ({
  id,
  evidence: 'exhibit-1',
  request: null,
  approver: 'Investigating judge',
  reason: 'Order of 2 March',
  set_by: 'NL-01',
  set_at: NOW,
  lifted_by: null,
  lifted_at: null,
  lift_reason: null,
  ...more,
});
const LIFTED = { approver: 'Ministry', lifted_by: 'NL-01', lifted_at: NOW, lift_reason: 'Approved by letter' };

const panel = (owners: string[], answer: (api: FakeApi) => void) =>
  renderPart(
    <RequiredApprovalsPanel subject={{ evidence: 'exhibit-1' }} number="NL-0001" owners={owners} open />,
    answer,
  );

it('approvals in force and lifted are listed, and the last one is lifted after a confirmation', async () => {
  let first = approval('one');
  const { api, user, ...shown } = await panel(['NL'], (fake) => {
    fake.on('GET', APPROVALS, () => ({ items: [first, approval('two', LIFTED)], next: null }));
    fake.on('POST', `${APPROVALS}/one/lifting`, () => (first = approval('one', { ...LIFTED, approver: 'Judge' })));
  });
  const list = await screen.findByRole('list', { name: 'Required approval' });
  await within(list).findByText('Approved by letter');
  expect(within(list).getAllByText('Order of 2 March')).toHaveLength(2);
  expect(within(list).getByText(/Lifted by Noor Brandsma \(NL-01\)/)).toBeTruthy();
  expect(api.of('GET', APPROVALS)[0]?.query.get('evidence')).toBe('exhibit-1');
  await user.click(within(list).getByRole('button', { name: /Lift approval/ }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/Waiting releases that need nothing else are made at once/);
  await fill({ api, user, ...shown }, dialog.getByLabelText(/Reason for lifting it/), 'Judge agreed');
  await user.click(dialog.getByRole('button', { name: 'Lift required approval' }));
  expect(api.of('POST', `${APPROVALS}/one/lifting`)).toHaveLength(0);
  await user.click(dialog.getByRole('checkbox'));
  await user.click(dialog.getByRole('button', { name: 'Lift required approval' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(api.of('POST', `${APPROVALS}/one/lifting`)[0]?.body).toEqual({ reason: 'Judge agreed' });
  await waitFor(() => expect(screen.queryByRole('button', { name: /Lift approval/ })).toBeNull());
});

it('lifting one of two approvals says that the other stays in force', async () => {
  const { user } = await panel(['DE', 'NL'], (fake) =>
    fake.on('GET', APPROVALS, () => ({ items: [approval('one'), approval('two')], next: null })),
  );
  const [lift] = await screen.findAllByRole('button', { name: /Lift approval/ });
  await user.click(lift!);
  within(await screen.findByRole('dialog')).getByText(/Another required approval stays in force/);
});

it('another party asks for no approvals and sees no panel', async () => {
  const { api } = await panel(['DE'], () => undefined);
  expect(screen.queryByText('Required approval')).toBeNull();
  expect(api.of('GET', APPROVALS)).toHaveLength(0);
});

it('a contributor reads the approvals and neither requires nor lifts one', async () => {
  await panel(['NL'], (fake) => {
    answerTeam(fake, ['evidence:read', 'releases:read']);
    fake.on('GET', APPROVALS, () => ({ items: [approval('one')], next: null }));
  });
  await screen.findByText('Investigating judge');
  expect(screen.queryByRole('button', { name: /approval/ })).toBeNull();
});

it('a leader requires an approval for a legal request from its page', async () => {
  const shown = await at('requests/request-1', (fake) => {
    answerTeam(fake, ['requests:read', 'request_contents:read', 'releases:read', 'releases:grant']);
    fake.on('GET', `${REQUESTS}/request-1`, () => request());
    fake.on('GET', APPROVALS, () => ({ items: [], next: null }));
    fake.on('POST', APPROVALS, () => approval('one', { evidence: null, request: 'request-1' }));
  });
  const { api, user } = shown;
  await user.click(await screen.findByRole('button', { name: 'Require approval' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/neither sent nor shared. Existing releases stay/);
  await fill(shown, dialog.getByLabelText(/Reason/), 'National law');
  await user.click(dialog.getByRole('button', { name: 'Require approval' }));
  await dialog.findByText('Enter the authority or function.');
  await fill(shown, dialog.getByLabelText(/Authority or function/), 'Prosecutor general');
  await user.click(dialog.getByRole('button', { name: 'Require approval' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(api.of('POST', APPROVALS).map(({ body }) => body)).toEqual([
    { request: 'request-1', approver: 'Prosecutor general', reason: 'National law' },
  ]);
  expect(api.of('GET', APPROVALS)[0]?.query.get('request')).toBe('request-1');
});
