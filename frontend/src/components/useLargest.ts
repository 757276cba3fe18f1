import { useEffect, useState } from 'react';

/** The largest checkpoint of an origin that this browser has seen; a smaller one later is an alarm. */
export function useLargest(origin: string | undefined, size: number | undefined): number | null {
  const [largest, setLargest] = useState<number | null>(null);
  useEffect(() => {
    if (origin === undefined || size === undefined) return;
    try {
      const key = `liaison.checkpoint.${origin}`;
      const seen = Math.max(size, Number(localStorage.getItem(key) ?? 0));
      localStorage.setItem(key, String(seen));
      setLargest(seen);
    } catch {
      setLargest(size);
    }
  }, [origin, size]);
  return largest;
}
