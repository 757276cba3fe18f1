/** The last position of each team's ledger that somebody looked at in this browser: numbers only, nothing of a case. */
import { useEffect } from 'react';
import { useTeam } from '@/api/team';
import { useLive } from '@/realtime/LiveProvider';

const PREFIX = 'liaison.seen.';

export function readSeen(jit: string): number | null {
  try {
    const kept = localStorage.getItem(PREFIX + jit);
    return kept !== null && /^\d{1,15}$/.test(kept) ? Number(kept) : null;
  } catch {
    return null;
  }
}

/** While a screen of the team stands in the foreground, what arrives is seen. */
export function useSeen(): void {
  const { jit } = useTeam();
  const { facts } = useLive();
  const latest = facts[0]?.position;
  useEffect(() => {
    const note = () => {
      if (latest === undefined || document.visibilityState !== 'visible') return;
      try {
        localStorage.setItem(PREFIX + jit.id, String(Math.max(latest, readSeen(jit.id) ?? -1)));
      } catch {
        // Then everything looks new the next time.
      }
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [jit.id, latest]);
}
