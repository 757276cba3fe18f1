/** Releases of requests that wait for a second leader: confirmed after what follows is said, or given up with a reason. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fill } from '../support/screen';
import { NOW } from '../support/team';
import { at, request, REQUESTS } from './answers';

const WAITING = { wanted_by: 'NL-02', wanted_at: NOW, reason: null as string | null };
const PLACE = `${REQUESTS}/request-1`;

it('a release that waits is confirmed in a dialog, and a recall is given up with a reason', async () => {
  const release = { ...WAITING, party: 'DE', level: 'content' as string | null, may: ['confirm', 'give_up'] };
  const recall = { ...release, party: 'FR', level: null, reason: 'Not needed', may: ['give_up'] };
  const shown = await at('requests/request-1', (fake) => {
    let waiting = [release, recall];
    const without = (party: string) => () => {
      waiting = waiting.filter((one) => one.party !== party);
      return request({ waiting_releases: waiting });
    };
    fake.on('GET', PLACE, () => request({ waiting_releases: waiting }));
    fake.on('POST', `${PLACE}/releases/DE/confirmation`, without('DE'));
    fake.on('DELETE', `${PLACE}/releases/FR/proposal`, without('FR'));
  });
  const { api, user } = shown;
  await screen.findByText('Waits for a second leader: sharing with Germany.');
  await user.click(screen.getByRole('button', { name: 'Confirm sharing' }));
  const confirming = within(await screen.findByRole('dialog'));
  confirming.getByText(/Germany sees it as soon as you confirm\./);
  expect(api.of('POST', `${PLACE}/releases/DE/confirmation`)).toEqual([]);
  await user.click(confirming.getByRole('button', { name: 'Confirm sharing' }));
  await waitFor(() => expect(screen.queryByText(/sharing with Germany/)).toBeNull());
  expect(api.of('POST', `${PLACE}/releases/DE/confirmation`)).toHaveLength(1);
  screen.getByText('Not needed');
  expect(screen.queryByRole('button', { name: 'Confirm end of sharing' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cancel proposal' }));
  const ending = within(await screen.findByRole('dialog'));
  await fill(shown, ending.getByLabelText(/^Reason/), 'It is needed after all');
  await user.click(ending.getByRole('button', { name: 'Cancel proposal' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(api.of('DELETE', `${PLACE}/releases/FR/proposal`)[0]?.body).toEqual({ reason: 'It is needed after all' });
});
