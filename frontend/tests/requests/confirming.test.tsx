/** What a user confirms in the form of a request: a doubtful identifier, and an authority of another country. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { problem } from '../support/api';
import { fill } from '../support/screen';
import { REQUESTS, at } from './answers';

it('a doubtful identifier and an authority of another country are kept once they are confirmed', async () => {
  let errors: object = {
    errors: [{ field: 'items.0.identifier', code: 'identifier-doubtful', message: 'The checksum is wrong.' }],
  };
  let code = 'invalid';
  const shown = await at('requests/new', (fake) => fake.on('POST', REQUESTS, () => problem(422, code, errors)));
  const { api, user } = shown;
  const choose = async (field: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name: field }));
    await user.click(await screen.findByRole('option', { name: option, hidden: true }));
  };
  await choose('Instrument', 'Preservation request');
  await choose('To country', 'United States');
  await fill(shown, screen.getByLabelText('Authority or provider'), 'Example Hosting');
  await choose('To country', 'Canada');
  await screen.findByText('Example Hosting was entered for United States and was removed.');
  expect(screen.getByLabelText<HTMLInputElement>('Authority or provider').value).toBe('');
  await user.click(screen.getByRole('button', { name: 'Restore' }));
  await fill(shown, screen.getByLabelText(/^Identifier/), 'NL91ABNA0417164301');
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await screen.findByText('The checksum is wrong.');
  await user.click(screen.getByRole('checkbox', { name: 'I compared the identifier with the source. Keep it.' }));
  code = 'authority-elsewhere';
  errors = { errors: [{ field: 'to.authority', message: 'It is of another country.' }] };
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await screen.findByText('It is of another country.');
  await user.click(screen.getByRole('checkbox', { name: 'The authority or provider is right for this country.' }));
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await waitFor(() => expect(api.of('POST', REQUESTS)).toHaveLength(3));
  expect(api.of('POST', REQUESTS).at(-1)?.body).toMatchObject({
    to: { country: 'CA', authority: 'Example Hosting', authority_confirmed: true },
    items: [{ identifier: 'NL91ABNA0417164301', identifier_confirmed: true }],
  });
});
