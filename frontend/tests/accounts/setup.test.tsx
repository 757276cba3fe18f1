/** The first-run setup: closed elsewhere, and a wrong code is named at its field. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SetupScreen } from '@/features/accounts/setup/SetupScreen';
import { problem } from '../support/api';
import { renderPart } from '../support/screen';

it('a setup that is not open says where it is', async () => {
  await renderPart(<SetupScreen />, (fake) => {
    fake.on('GET', '/api/setup', () => problem(404, 'not-found'));
  });
  await screen.findByRole('heading', { name: 'Setup is not open' });
  expect(screen.queryByLabelText('Setup code')).toBeNull();
});

it('a wrong code is named at its field and nothing is sent without the other fields', async () => {
  const { api, user } = await renderPart(<SetupScreen />, (fake) => {
    fake.on('GET', '/api/setup', () => ({ open: true }));
    fake.on('POST', '/api/setup', () => problem(422, 'invalid', { errors: [{ field: 'code', message: 'No.' }] }));
  });
  await user.type(await screen.findByLabelText(/Setup code/), '0000-1111');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText('Enter your name.');
  expect(api.of('POST', '/api/setup')).toEqual([]);
  await user.type(screen.getByLabelText(/First name and surname/), 'Otto');
  await user.type(screen.getByLabelText(/E-mail address/), 'otto@host.test');
  await user.type(screen.getByLabelText(/^Password/), 'four words that say nothing');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText(/This is not the setup code/);
});
