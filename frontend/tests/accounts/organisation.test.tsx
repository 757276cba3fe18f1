/** Organisations: proposals and recovery for their administrators, the notice for the person, and the operator's tab. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OrganisationsTab } from '@/features/accounts/administration/OrganisationsTab';
import { OrganisationScreen } from '@/features/accounts/organisation/OrganisationScreen';
import { RecoveryForm } from '@/features/accounts/organisation/RecoveryForm';
import { RecoveryNotice } from '@/features/accounts/organisation/RecoveryNotice';
import { problem, type FakeApi } from '../support/api';
import { renderPart } from '../support/screen';

const ORGANISATION = '/api/organisation';
const OPERATOR = '/api/administration/organisations';

const account = (id: string, name: string, more: object) => ({
  id,
  name,
  email: `${id}@om.test`,
  state: 'active',
  administrator: false,
  mine: false,
  ...more,
});
const recovery = {
  id: 'p-1',
  kind: 'recovery',
  state: 'open',
  concerned_name: 'Lena Vos',
  concerned_email: 'lena@om.test',
  organisation_name: 'OM Rotterdam',
  destination_name: null,
  second_factors: true,
  proposed_by_name: 'Daan Kok',
  proposed_at: '2036-03-02T09:00:00Z',
  confirmed_by_name: null,
  ends_at: null,
  code_expires_at: null,
  confirmable: true,
  code_issuable: false,
  incoming: false,
};

function answer(api: FakeApi, proposals: object[]) {
  api.on('GET', '/api/me/second-factors', () => ({ demanded: true, proved: true, app_since: null }));
  api.on('GET', `${ORGANISATION}/acts`, () => ({ items: [], next: null }));
  api.on('GET', ORGANISATION, () => ({
    id: 'o-1',
    name: 'OM Rotterdam',
    waiting_hours: 24,
    accounts: [
      account('noor', 'Noor Brandsma', { administrator: true, mine: true }),
      account('daan', 'Daan Kok', { administrator: true }),
      account('lena', 'Lena Vos', {}),
    ],
    proposals,
    destinations: [{ id: 'o-2', name: 'Europol' }],
  }));
}

it('proposes a recovery that removes the second factors', async () => {
  const { api, user } = await renderPart(<OrganisationScreen />, (fake) => {
    answer(fake, []);
    fake.on('POST', `${ORGANISATION}/proposals`, () => recovery);
  });
  await screen.findByText('No proposal');
  await user.click(screen.getByRole('button', { name: 'Actions for Lena Vos' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Recover account', hidden: true }));
  const dialog = await screen.findByRole('dialog', { name: 'Recover the account of Lena Vos?' });
  within(dialog).getByText(/can stop the recovery within 24 hours/);
  await user.click(within(dialog).getByRole('checkbox', { name: /Remove the second factors/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Propose' }));
  await waitFor(() =>
    expect(api.of('POST', `${ORGANISATION}/proposals`).map(({ body }) => body)).toEqual([
      { kind: 'recovery', concerned: 'lena', destination: null, second_factors: true },
    ]),
  );
});

it('says what a proposal does before it is confirmed, and shows the code once', async () => {
  const over = { ...recovery, id: 'p-2', state: 'waiting', ends_at: '2020-01-01T00:00:00Z', confirmable: false };
  const { api, user } = await renderPart(<OrganisationScreen />, (fake) => {
    answer(fake, [recovery, { ...over, confirmed_by_name: 'Noor Brandsma', code_issuable: true }]);
    fake.on('POST', `${ORGANISATION}/proposals/p-1/confirmation`, () => recovery);
    fake.on('POST', `${ORGANISATION}/proposals/p-2/code`, () => ({
      one_time_code: '7KQ4-M9TX',
      expires_at: '2036-03-03T09:00:00Z',
      name: 'Lena Vos',
      email: 'lena@om.test',
    }));
  });
  await user.click(await screen.findByRole('button', { name: 'Confirm' }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByText('Recover the account of Lena Vos: new password, second factors removed');
  await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(api.of('POST', `${ORGANISATION}/proposals/p-1/confirmation`)).toHaveLength(1));
  screen.getByText('Waiting time ended');
  await user.click(screen.getByRole('button', { name: 'Issue code' }));
  await screen.findByText(/7KQ4-M9TX/);
  screen.getByText(/at .*\/recovery until/);
});

it('tells the person of a running recovery and stops it', async () => {
  let running = true;
  const { user } = await renderPart(<RecoveryNotice />, (fake) => {
    const now = { proposed_by_name: 'Noor', confirmed_by_name: 'Daan', ends_at: '2036-03-03T09:00:00Z' };
    fake.on('GET', '/api/me/organisation', () => ({
      name: 'OM Rotterdam',
      administers: false,
      recovery: running ? { ...now, second_factors: true } : null,
    }));
    fake.on('POST', '/api/me/recovery/stop', () => {
      running = false;
      return null;
    });
  });
  await screen.findByText('Your account is being recovered');
  screen.getByText(/Noor and Daan want to set a new password/);
  await user.click(screen.getByRole('button', { name: 'Stop recovery' }));
  await waitFor(() => expect(screen.queryByText('Your account is being recovered')).toBeNull());
});

it('a wrong code of a recovery is named at its field', async () => {
  const { user } = await renderPart(<RecoveryForm />, (fake) => {
    fake.on('POST', '/api/recoveries/acceptance', () =>
      problem(422, 'invalid', { errors: [{ field: 'code', message: 'The code is wrong.' }] }),
    );
  });
  await user.type(await screen.findByLabelText(/One-time code/), '7KQ4');
  await user.type(screen.getByLabelText(/E-mail address/), 'lena@om.test');
  await user.type(screen.getByLabelText(/^New password/), 'four words that say nothing');
  await user.click(screen.getByRole('button', { name: 'Set password' }));
  await screen.findByText('The code is wrong.');
});

it('an operator names two administrators, not one', async () => {
  const { api, user } = await renderPart(<OrganisationsTab />, (fake) => {
    const one = { id: 'o-1', name: 'OM Rotterdam', created_at: '2036-03-02T09:00:00Z', accounts: 2, administrators: 0 };
    fake.on('GET', OPERATOR, () => ({ items: [{ ...one, established: false }] }));
    fake.on('GET', '/api/administration/accounts', () => ({
      items: [account('noor', 'Noor Brandsma', {}), account('daan', 'Daan Kok', {})],
      next: null,
    }));
    fake.on('POST', `${OPERATOR}/o-1/administrators`, () => ({ ...one, established: true }));
  });
  await user.click(await screen.findByRole('button', { name: 'Name administrators of OM Rotterdam' }));
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: 'Name administrators' });
  await user.click(within(dialog).getByRole('combobox', { name: /Administrators/ }));
  await user.click(await screen.findByRole('option', { name: /Noor Brandsma/, hidden: true }));
  await user.click(submit);
  await within(dialog).findByText('Name at least two administrators.');
  await user.click(within(dialog).getByRole('combobox', { name: /Administrators/ }));
  await user.click(await screen.findByRole('option', { name: /Daan Kok/, hidden: true }));
  await user.click(submit);
  await waitFor(() =>
    expect(api.of('POST', `${OPERATOR}/o-1/administrators`).map(({ body }) => body)).toEqual([
      { administrators: ['noor', 'daan'] },
    ]),
  );
});
