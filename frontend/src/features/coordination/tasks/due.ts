/** Deadlines: the group of a task, and a time in several zones. Pure. */
import type { TaskView } from '@/api/views';
import { dayTime, dayName, shortClock } from '@/lib/time';
import { cityOf, offsetAt, wallClock } from '@/lib/zones';

const GROUPS = ['proposed', 'overdue', 'today', 'week', 'later', 'none', 'over'] as const;
export type Group = (typeof GROUPS)[number];

const DAY = 86_400_000;

/** `proposed`: nobody's work yet, whenever it is due. `week`: the seven days from now on, in the viewer's own calendar days. */
export function groupOf({ due_at: due, state }: TaskView, now: number, zone: string): Group {
  if (state === 'done' || state === 'cancelled') return 'over';
  if (state === 'proposed' || state === 'declined') return 'proposed';
  if (due === null) return 'none';
  const at = Date.parse(due);
  if (at < now) return 'overdue';
  const day = (moment: number) => wallClock(moment, zone).slice(0, 10);
  if (day(at) === day(now)) return 'today';
  return at < now + 7 * DAY ? 'week' : 'later';
}

/** Past its time, and somebody's work. */
export const isLate = (task: TaskView, now: number): boolean =>
  task.due_at !== null && Date.parse(task.due_at) < now && ['open', 'in_progress', 'blocked'].includes(task.state);

export function grouped(tasks: readonly TaskView[], now: number, zone: string): [Group, TaskView[]][] {
  const groups = new Map<Group, TaskView[]>(GROUPS.map((group) => [group, []]));
  for (const task of tasks) groups.get(groupOf(task, now, zone))?.push(task);
  return [...groups].filter(([, found]) => found.length > 0);
}

/** Fri 27 Nov 17:00 Paris, Berlin · 18:00 Athens: one moment, each clock once, with the places where it shows so. The first zone is the reader's. */
export function clocks(at: string, zones: readonly string[], locale: string): string[] {
  const moment = Date.parse(at);
  const [own] = zones;
  const byOffset = new Map<number, string[]>();
  for (const zone of new Set(zones))
    byOffset.set(offsetAt(moment, zone), [...(byOffset.get(offsetAt(moment, zone)) ?? []), zone]);
  return [...byOffset.values()].map((places, index) => {
    const [zone = 'UTC'] = places;
    const sameDay = index > 0 && own !== undefined && dayName(at, own, locale) === dayName(at, zone, locale);
    return `${sameDay ? shortClock(moment, zone, locale) : dayTime(at, zone, locale)} ${places.map(cityOf).join(', ')}`;
  });
}
