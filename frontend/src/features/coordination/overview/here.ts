/** The members who are online. Pure. */
import type { LiveState } from '@/realtime/socket';
import type { Present } from '@/realtime/frames';

/** The seats of a party, or of nobody's; in the order in which they are told. */
export const seatsOf = (present: readonly Present[], party: string | null): Present[] =>
  present.filter((one) => one.party === party);

/** The exhibit that another one has open, where that is told. My own I know. */
export const lookedAt = ({ seat, focus }: Present, me: string): string | null =>
  seat === me ? null : (focus?.evidence ?? null);

/** How many others are here; null while nobody can know, which is not the same as nobody. */
export const othersHere = (present: readonly Present[], me: string, state: LiveState): number | null =>
  state === 'live' ? present.filter(({ seat }) => seat !== me).length : null;
