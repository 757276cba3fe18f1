/** The members of a channel: those of its parties, without auditors. The server refuses mentions of others. */
import type { ChannelView, SeatView } from '@/api/views';

export const seatsOf = (channel: ChannelView, members: readonly SeatView[]): SeatView[] =>
  members.filter(
    ({ party, state, roles }) =>
      party !== null && channel.parties.includes(party) && state === 'seated' && !roles.includes('auditor'),
  );
