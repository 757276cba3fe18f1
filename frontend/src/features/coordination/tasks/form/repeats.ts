/** Converts between a repetition rule (RFC 5545) and the fields of the form. Pure. The server computes the dates. */
import { readWallClock, wallClock } from '@/lib/zones';

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
type Frequency = (typeof FREQUENCIES)[number];
export type Day = (typeof DAYS)[number];
/** `until`: a day of the calendar in the task's zone, the last on which it may be due. */
export type Repeat = { frequency: Frequency; interval: number; days: Day[]; count: number | null; until: string };

const stamp = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

export function readRule(rule: string, zone: string): Repeat | null {
  const parts: Record<string, string> = Object.fromEntries(
    rule.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name, value];
    }),
  );
  const frequency = FREQUENCIES.find((one) => one === parts['FREQ']);
  if (!frequency) return null;
  const end = stamp.exec(parts['UNTIL'] ?? '');
  return {
    frequency,
    interval: Number(parts['INTERVAL'] ?? 1),
    days: DAYS.filter((day) => (parts['BYDAY'] ?? '').split(',').includes(day)),
    count: parts['COUNT'] === undefined ? null : Number(parts['COUNT']),
    until: end
      ? wallClock(Date.parse(`${end.slice(1, 4).join('-')}T${end.slice(4).join(':')}Z`), zone).slice(0, 10)
      : '',
  };
}

/** The end of a day in the zone, as the rule says it: in UTC. */
function endOf(day: string, zone: string): string | null {
  const read = readWallClock(`${day}T23:59:59`, zone);
  const reading = read.kind === 'exact' ? read.reading : read.kind === 'ambiguous' ? read.readings[1] : null;
  return reading ? `${new Date(reading.instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z` : null;
}

export function ruleOf({ frequency, interval, days, count, until }: Repeat, zone: string): string {
  const end = until ? endOf(until, zone) : null;
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${String(interval)}`] : []),
    ...(frequency === 'WEEKLY' && days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
    ...(count !== null ? [`COUNT=${String(count)}`] : end ? [`UNTIL=${end}`] : []),
  ].join(';');
}

/** The day of the week of a wall clock's date. */
export const dayOf = (local: string): Day =>
  DAYS[(new Date(`${local.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';

/** The rule as it is sent: where days are named, the first deadline's is one of them. */
export function withFirst(rule: string, due: string, zone: string): string {
  const read = readRule(rule, zone);
  if (!read || read.days.length === 0 || !due) return rule;
  return ruleOf({ ...read, days: DAYS.filter((day) => read.days.includes(day) || day === dayOf(due)) }, zone);
}

/** Mon, Tue … as the reader's language says them: 5 January 2026 was a Monday. */
export const dayWord = (day: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 5 + DAYS.indexOf(day)),
  );
