/** Days of a month or a week, from Monday on, and which tasks are due on each in the reader's zone. Days are written `2026-11-27`. Pure. */
import type { TaskView } from '@/api/views';
import { daySpan, offsetAt, wallClock } from '@/lib/zones';

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

/** The instants between which tasks of these days are due. */
export function reach(days: readonly string[], zone: string): { from: string; before: string } {
  const { since, until } = daySpan(days[0], days.at(-1), zone);
  const utc = (moment: string | undefined) => new Date(moment ?? 0).toISOString();
  return { from: utc(since), before: utc(until) };
}

export function byDay(tasks: readonly TaskView[], zone: string): Map<string, TaskView[]> {
  const days = new Map<string, TaskView[]>();
  for (const task of tasks) {
    if (task.due_at === null) continue;
    const day = wallClock(Date.parse(task.due_at), zone).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), task]);
  }
  return days;
}

/** Zones of a task whose clocks show another time at its deadline than the reader's: the assignee's, and the one that was meant. */
export function otherZones(task: TaskView, zone: string): string[] {
  if (task.due_at === null) return [];
  const moment = Date.parse(task.due_at);
  const others = [task.assignee_zone, ...(task.due_zone ? [task.due_zone] : [])].filter(
    (one) => offsetAt(moment, one) !== offsetAt(moment, zone),
  );
  return others.filter(
    (one, index) => others.findIndex((other) => offsetAt(moment, other) === offsetAt(moment, one)) === index,
  );
}
