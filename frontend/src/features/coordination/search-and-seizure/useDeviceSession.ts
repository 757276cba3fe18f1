/** The signed-in user of this device, asked every minute and when the network comes or goes. */
import { useEffect, useState } from 'react';
import { begin } from '@/api/outbox/records';
import { meet, type Met } from './queue/pass';
import { follow, load, signedInAs, sweep } from './queue/queue';

const EVERY_MS = 60_000;

export function useDeviceSession(jit: string): Met | null {
  const [met, setMet] = useState<Met | null>(null);
  useEffect(() => {
    let left = false;
    let outages = 0;
    const ask = async () => {
      const before = outages;
      const answered = await meet(jit);
      if (left) return;
      // The network may have gone while it was asked.
      const found =
        outages !== before && answered.here === 'signedIn' ? { ...answered, here: 'away' as const } : answered;
      setMet(found);
      if (found.here === 'signedIn' && found.pass) signedInAs(found.pass.seat);
    };
    const again = () => void ask();
    const away = () => {
      outages += 1;
      setMet((one) => (one ? { ...one, here: one.here === 'signedIn' ? 'away' : one.here } : one));
    };
    begin();
    void load().then(sweep).then(ask, ask);
    const unfollow = follow();
    const timer = setInterval(again, EVERY_MS);
    addEventListener('online', again);
    addEventListener('offline', away);
    return () => {
      left = true;
      unfollow();
      clearInterval(timer);
      removeEventListener('online', again);
      removeEventListener('offline', away);
    };
  }, [jit]);
  return met;
}
