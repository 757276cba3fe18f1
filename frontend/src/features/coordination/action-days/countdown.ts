/** H-hour in local time, and the time to it. Pure. */
import { shortClock, weekday } from '@/lib/time';

const two = (n: number) => String(n).padStart(2, '0');

/** H−01:30:07, H+00:00:12, H−3d 04:00:00: the time to or since H-hour. `day`: the letter for days. */
export function countdown(h: string, now: number, day = 'd'): string {
  const apart = Math.trunc((now - Date.parse(h)) / 1000);
  const whole = Math.abs(apart);
  const days = Math.floor(whole / 86_400);
  const rest = [Math.floor((whole % 86_400) / 3600), Math.floor((whole % 3600) / 60), whole % 60].map(two).join(':');
  return `H${apart < 0 ? '−' : '+'}${days > 0 ? `${String(days)}${day} ` : ''}${rest}`;
}

/** 2 days 7 hr: the distance to H-hour in words, when it is a day or more. */
export function daysAway(h: string, now: number, locale: string): string | null {
  const hours = Math.floor(Math.abs(now - Date.parse(h)) / 3_600_000);
  if (hours < 24) return null;
  const unit = (value: number, name: string, unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value);
  return `${unit(Math.floor(hours / 24), 'day', 'long')} ${unit(hours % 24, 'hour', 'short')}`;
}

/** Tue 10:00: the moment on a party's own clock, which may show another day. */
export const localTime = (at: number, zone: string, locale: string) =>
  `${weekday(at, zone, locale)} ${shortClock(at, zone, locale)}`;
