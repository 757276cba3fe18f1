/**
 * Who works at this device, kept so that the page opens without a network: team, seat, and the codes of the seats to which one may
 * hand over. No names but one's own: codes say none. A pass opens nothing: what is sent is sent by who is signed in then.
 */
import { membersOf, whoAndWhen } from '@/features/coordination/search-and-seizure/queries';
import { Problem } from '@/api/problem';
import { ownZone } from '@/lib/zones';
import { getJson, putJson } from '@/api/outbox/records';
import type { Moment } from './thing';

export type Clock = { offset: number; at: string };
export type Pass = {
  jit: string;
  team: string;
  seat: string;
  code: string;
  name: string;
  records: boolean;
  registers: boolean;
  seats: string[];
  clock: Clock | null;
};
export type Met = { pass: Pass | null; here: 'signedIn' | 'signedOut' | 'away' | 'noSeat' };

/** The server's word where it answers, else what was kept. */
export async function meet(jit: string): Promise<Met> {
  const before = await getJson<Pass>('notes', `pass/${jit}`);
  try {
    const { me, offset } = await whoAndWhen();
    const mine = me.seats.find((one) => one.jit.id === jit);
    if (!mine) return { pass: null, here: 'noSeat' };
    const may = mine.seat.permissions ?? [];
    const members = await membersOf(jit).catch(() => null);
    const pass: Pass = {
      jit,
      team: mine.jit.name,
      seat: mine.seat.id,
      code: mine.seat.code,
      name: me.account.name,
      records: may.includes('custody:record'),
      registers: may.includes('evidence:register'),
      seats: members?.filter((one) => one !== mine.seat.code) ?? (before?.seat === mine.seat.id ? before.seats : []),
      clock: offset === null ? (before?.clock ?? null) : { offset, at: new Date().toISOString() },
    };
    await putJson('notes', `pass/${jit}`, pass);
    return { pass, here: 'signedIn' };
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return { pass: before, here: 'signedOut' };
    if (error instanceof Problem && error.status === 404) return { pass: null, here: 'noSeat' };
    return { pass: before, here: 'away' };
  }
}

/** Now, as this device has it. */
export const now = (pass: Pass | null): Moment => ({
  at: new Date().toISOString(),
  zone: ownZone(),
  offset: pass?.clock?.offset ?? null,
});
