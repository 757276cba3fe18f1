import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ChannelList } from '@/features/coordination/messages/channels/ChannelList';
import { renderPart } from '../support/screen';
import { answerTeam, JIT, party, seat, TEAM } from '../support/team';

const open = () => undefined;

it('of a third country says why there is no channel, and offers none', async () => {
  await renderPart(<ChannelList channels={[]} chosen={null} onOpen={open} />, (api) => {
    const mara = seat('CH-01', 'Mara Keller', { permissions: ['messages:read'] });
    const account = {
      id: 'account-mara',
      email: 'mara@ch.demo',
      name: 'Mara Keller',
      locale: 'en-GB',
      time_zone: 'Europe/Zurich',
      may_found: false,
    };
    const jit = { id: JIT, name: 'Lantern', reference: 'JIT 2026/1', state: 'operational', quorum: 2, version: 1 };
    api.on('GET', '/api/me', () => ({ account, seats: [{ jit, seat: mara }], session: null, demonstration: false }));
    api.on('GET', `${TEAM}/parties`, () => ({
      items: [{ ...party('CH', 'Switzerland', 'Europe/Zurich'), kind: 'third_country' }],
    }));
  });
  await screen.findByText(/Channels are for parties in the EU/);
  expect(screen.queryByRole('button', { name: 'New channel' })).toBeNull();
});

it('of a Member State offers to open the first channel', async () => {
  await renderPart(<ChannelList channels={[]} chosen={null} onOpen={open} />, answerTeam);
  await screen.findByRole('button', { name: 'New channel' });
});
