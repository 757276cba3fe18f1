/** How a ledger stands, from what is told of it and what this browser has seen before. Pure. */
import type { SignedHeadView } from '@/api/views';

export type Health = 'well' | 'behind' | 'alarm' | 'none';

/** Longer than this with entries that nobody signed is not the clock's pace any more, in milliseconds. */
const BEHIND_AFTER = 2 * 60_000;

/** `alarmed`: this browser examined it and found something wrong. */
export function healthOf(ledger: SignedHeadView, alarmed: boolean, now: number): Health {
  const { signed_at: at, signed_size: size, head } = ledger;
  if (alarmed) return 'alarm';
  if (size === null || at === null) return 'none';
  return head + 1 > size && now - Date.parse(at) > BEHIND_AFTER ? 'behind' : 'well';
}
