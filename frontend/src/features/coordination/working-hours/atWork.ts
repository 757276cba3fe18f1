/**
 * Whether a time is working time of a party. Repeats the server's computation, because the result changes with the
 * clock. Pure.
 */
import type { AtWork, WorkingHoursView } from './queries';
import { wallClock } from '@/lib/zones';

export type Now = { what: AtWork; holiday: string | null };

export function atWork(moment: number, hours: WorkingHoursView): Now {
  const [day = '', time = ''] = wallClock(moment, hours.time_zone).split('T');
  if (!hours.days.includes(weekdayOf(day))) return { what: 'free', holiday: null };
  const holiday = hours.holidays.find(({ on }) => on === day);
  if (holiday) return { what: 'holiday', holiday: holiday.name };
  return { what: time >= hours.begins && time < hours.ends ? 'working' : 'off', holiday: null };
}

/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Names of the days of a week from Monday on. */
export function weekdays(locale: string, style: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((n) => format.format(new Date(Date.UTC(2024, 0, n)))); // the first of January 2024 was a Monday
}

/** `Mon–Fri 09:00–17:00`: a run of days by its ends. */
export function hoursWords(
  { days, begins, ends }: Pick<WorkingHoursView, 'days' | 'begins' | 'ends'>,
  locale: string,
): string {
  const names = weekdays(locale, 'short');
  const sorted = [...days].sort((a, b) => a - b);
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)];
  const run = sorted.length > 2 && last - first === sorted.length - 1;
  const said = run
    ? `${names[first - 1] ?? ''}–${names[last - 1] ?? ''}`
    : sorted.map((day) => names[day - 1]).join(', ');
  return `${said} ${begins}–${ends}`;
}
