import { useEffect, useState } from 'react';
import { useLocale } from '@/api/team';
import { duration } from '@/lib/format';

/** Counts down from `seconds` after `from`; null when the time is over. */
export function useCountdown(seconds: number, from: number): string | null {
  const { locale } = useLocale();
  const [now, setNow] = useState(() => Date.now());
  const left = seconds > 0 ? Math.ceil(seconds - (now - from) / 1000) : 0;
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [seconds, from]);
  return left > 0 ? duration(Math.min(left, seconds), locale) : null;
}
