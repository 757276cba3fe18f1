/** How a ledger stands, from what is told of it and what this browser has seen before. Pure. */
import type { TFunction } from 'i18next';
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

/** By how many of the parties' witnesses that count, and how far. */
export function cosignedBy(cosigned: SignedHeadView['cosigned'], t: TFunction): string {
  if (!cosigned) return t('witnesses/nobody');
  const { by, of, size, quorum, reached } = cosigned;
  const said =
    by > 0
      ? t('witnesses/by', { count: by, of, entries: t('audit/entriesIn', { count: size }) })
      : of > 0
        ? t('witnesses/byNone', { of })
        : t('witnesses/nobody');
  if (quorum === 0) return said;
  return `${said}; ${reached > 0 ? t('quorum/metOf', { count: quorum, entries: t('audit/entriesIn', { count: reached }) }) : t('quorum/unmetOf', { count: quorum })}`;
}
