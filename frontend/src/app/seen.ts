/** The last ledger position of each team that this browser has shown: numbers only, no case data. */
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

/** Marks new entries as seen while a screen of the team is in the foreground. */
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
        // Storage is not available: everything will look new at the next visit.
      }
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [jit.id, latest]);
}
