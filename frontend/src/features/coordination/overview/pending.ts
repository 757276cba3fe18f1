/** Pending actions by urgency or by kind, on the clock of the person who looks at them. Pure. */
import type { PendingActionView } from '@/api/views';

export const URGENCIES = ['overdue', 'today', 'tomorrow', 'week', 'later', 'undated'] as const;
export type Urgency = (typeof URGENCIES)[number];
type Group = PendingActionView['group'];

const DAY_MS = 86_400_000;

/** 2026-12-02, as the clocks of a zone have it. */
const dayOf = (at: number, zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

export function urgencyOf(due: string | null, now: number, zone: string): Urgency {
  if (due === null) return 'undated';
  const at = Date.parse(due);
  if (at < now) return 'overdue';
  if (dayOf(at, zone) === dayOf(now, zone)) return 'today';
  if (dayOf(at, zone) === dayOf(now + DAY_MS, zone)) return 'tomorrow';
  return at < now + 7 * DAY_MS ? 'week' : 'later';
}

/** The sections of the list that are not empty, each with its actions in the order of the server. */
export function byUrgency(
  items: readonly PendingActionView[],
  now: number,
  zone: string,
): { key: Urgency; items: PendingActionView[] }[] {
  return URGENCIES.map((key) => ({
    key,
    items: items.filter((one) => urgencyOf(one.due_at, now, zone) === key),
  })).filter((section) => section.items.length > 0);
}

export function byKind(items: readonly PendingActionView[]): { key: Group; items: PendingActionView[] }[] {
  const groups = new Map<Group, PendingActionView[]>();
  for (const one of items) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups].map(([key, found]) => ({ key, items: found }));
}
