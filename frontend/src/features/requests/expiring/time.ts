/** The time until data lapses, as a number and its unit. Pure. */
import { distance } from '@/lib/due';

const HOUR = 3_600_000;
/** Up to so many hours, the time left is shown in hours. */
const HOURS = 96;
const SOON = 72 * HOUR;

/** 70 hr, 9 days; for what has passed: 2 days ago. */
export function timeLeft(due: string, now: number, locale: string): string {
  const left = Date.parse(due) - now;
  if (left < 0) return distance(due, now, locale);
  const hours = Math.floor(left / HOUR);
  const [value, unit] = hours < HOURS ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

export const isLapsingSoon = (due: string, now: number): boolean => Date.parse(due) - now < SOON;

/** Data that lapses within this time is shown above the list of requests. */
const NEAR = 14 * 24 * HOUR;
export const isNear = (due: string, now: number): boolean => Date.parse(due) - now < NEAR;
