/** How a ledger stands, from what is told of it and what this browser has seen before. Pure. */
import type { SignedHeadView } from '@/api/views';

export type Health = 'well' | 'behind' | 'shrunk' | 'none';

/** Longer than this with entries that nobody signed is not the clock's pace any more, in milliseconds. */
const BEHIND_AFTER = 2 * 60_000;

/** `largest`: the largest signed size that this browser ever saw of it. */
export function healthOf(ledger: SignedHeadView, largest: number | null, now: number): Health {
  const { signed_at: at, signed_size: size, head } = ledger;
  if (size === null || at === null) return 'none';
  if (largest !== null && largest > size) return 'shrunk';
  return head + 1 > size && now - Date.parse(at) > BEHIND_AFTER ? 'behind' : 'well';
}
