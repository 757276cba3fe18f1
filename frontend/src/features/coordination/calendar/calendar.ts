/** Days of a month or a week, from Monday on, and the entries of each in the reader's zone. Days are written `2026-11-27`. Pure. */
import { offsetAt, wallClock } from '@/lib/zones';
import type { CalendarEntryView, CalendarKind } from './queries';

export type Span = 'month' | 'week';
const DAY = 86_400_000;

const at = (day: string) => Date.parse(`${day}T00:00Z`);
const named = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const monday = (day: string) => named(at(day) - ((new Date(at(day)).getUTCDay() + 6) % 7) * DAY);

export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && named(at(text)) === text;
const plusDays = (day: string, days: number) => named(at(day) + days * DAY);

/** The week of a day, or the whole weeks that its month touches. */
export function daysOf(day: string, span: Span): string[] {
  if (span === 'week') return Array.from({ length: 7 }, (_, index) => plusDays(monday(day), index));
  const first = monday(`${day.slice(0, 7)}-01`);
  const last = plusDays(monday(plusDays(moved(`${day.slice(0, 7)}-01`, 'month', 1), -1)), 6);
  return Array.from({ length: Math.round((at(last) - at(first)) / DAY) + 1 }, (_, index) => plusDays(first, index));
}

/** The same place a month or week on: the first of a month, so that the 31st leads to the next. */
export function moved(day: string, span: Span, by: number): string {
  if (span === 'week') return plusDays(day, by * 7);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return named(Date.UTC(year, month - 1 + by, 1));
}

/** The entries of each day. A moment is put on the reader's day; a day without a time stays that day everywhere. */
export function byDay(entries: readonly CalendarEntryView[], zone: string): Map<string, CalendarEntryView[]> {
  const days = new Map<string, CalendarEntryView[]>();
  for (const entry of entries) {
    const day = entry.at === null ? entry.on : wallClock(Date.parse(entry.at), zone).slice(0, 10);
    if (day !== null) days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

/** Whether the clocks of the zone in which an entry was set show another time than the reader's. */
export const isElsewhere = ({ at, zone: set }: CalendarEntryView, zone: string): boolean =>
  at !== null && set !== 'UTC' && offsetAt(Date.parse(at), set) !== offsetAt(Date.parse(at), zone);

/** Kinds that something has to be done about: the others happen. */
const TO_DO: ReadonlySet<CalendarKind> = new Set<CalendarKind>([
  'task',
  'request_deadline',
  'consent_answer',
  'retention_review',
  'notice_review',
  'request_review',
]);

export const isLate = (entry: CalendarEntryView, now: number, today: string): boolean =>
  TO_DO.has(entry.kind) && (entry.at === null ? (entry.on ?? today) < today : Date.parse(entry.at) < now);
