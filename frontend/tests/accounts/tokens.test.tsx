/** A person makes a token for a script, sees it once, and revokes it. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TokensPanel } from '@/features/accounts/tokens/TokensPanel';
import { renderPart } from '../support/screen';

const PATH = '/api/me/tokens';
const TOKEN = {
  id: 'token-1',
  name: 'Nightly export',
  scope: 'read',
  team: null,
  networks: ['192.0.2.0/24'],
  created_at: '2026-03-02T09:00:00Z',
  expires_at: '2026-06-02T09:00:00Z',
  last_used_at: '2026-03-03T09:00:00Z',
  last_address: '192.0.2.7',
};
const FACTORS = {
  app_since: null,
  recovery_codes: 0,
  needed_at_sign_in: false,
  proved: false,
  demanded: false,
  changeable: true,
};

async function panel(items: object[], more: object = {}) {
  let listed = items;
  return renderPart(<TokensPanel />, (fake) => {
    fake.on('GET', PATH, () => ({ items: listed, next: null, longest_days: 365 }));
    fake.on('GET', '/api/me/second-factors', () => ({ ...FACTORS, ...more }));
    fake.on('POST', PATH, () => {
      listed = [TOKEN];
      return { secret: 'liaison_secret', token: TOKEN };
    });
    fake.on('DELETE', `${PATH}/token-1`, () => {
      listed = [];
    });
  });
}

it('a token is made within its limits and shown once', async () => {
  const { api, user } = await panel([]);
  await screen.findByText(/^No token yet/);
  await user.click(screen.getByRole('button', { name: 'Make a token' }));
  const submit = (await screen.findAllByRole('button', { name: 'Make a token', hidden: true })).at(-1);
  if (!submit) throw new Error('no button');
  await user.click(submit);
  await screen.findByText('Name the token.');
  await user.type(screen.getByLabelText(/^Name/), 'Nightly export');
  await user.type(screen.getByLabelText('Networks'), '192.0.2.0/24, 2001:db8::/32');
  await user.type(screen.getByLabelText(/^Current password/), 'correct horse');
  await user.click(submit);
  expect(await screen.findByDisplayValue('liaison_secret')).toBeDefined();
  expect(api.of('POST', PATH).map(({ body }) => body)).toEqual([
    {
      name: 'Nightly export',
      scope: 'read',
      team: null,
      networks: ['192.0.2.0/24', '2001:db8::/32'],
      days: 90,
      password: 'correct horse',
    },
  ]);
  await user.click(screen.getByLabelText('I have kept the token'));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByDisplayValue('liaison_secret')).toBeNull();
  await screen.findByText(/from 192\.0\.2\.7$/);
});

it('a token is revoked after a confirmation', async () => {
  const { api, user } = await panel([TOKEN]);
  await user.click(await screen.findByRole('button', { name: 'Revoke the token Nightly export' }));
  expect(api.of('DELETE', `${PATH}/*`)).toHaveLength(0);
  await user.click(await screen.findByRole('button', { name: 'Revoke token' }));
  await screen.findByText(/^No token yet/);
  expect(api.of('DELETE', `${PATH}/*`)).toHaveLength(1);
});

it('an account of the demonstration makes no token', async () => {
  await panel([], { changeable: false });
  await screen.findByText(/^No token yet/);
  expect(screen.getByRole('button', { name: 'Make a token' })).toHaveProperty('disabled', true);
});
