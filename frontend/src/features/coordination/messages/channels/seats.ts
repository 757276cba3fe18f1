/** Who is of a channel: the seats of its parties, auditors apart. Whoever is named otherwise, the server refuses. */
import type { ChannelView, SeatView } from '@/api/views';

export const seatsOf = (channel: ChannelView, members: readonly SeatView[]): SeatView[] =>
  members.filter(
    ({ party, state, roles }) =>
      party !== null && channel.parties.includes(party) && state === 'seated' && !roles.includes('auditor'),
  );
