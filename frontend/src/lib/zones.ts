/**
 * Local times and zones: converts a local time in a named zone into instants. It has two when clocks are put back, and
 * none when they are put forward. Not here: display (time.ts).
 */

export type Reading = { instant: string; offset: string };
export type WallClock =
  | { kind: 'exact'; reading: Reading }
  | { kind: 'ambiguous'; readings: [Reading, Reading] }
  | { kind: 'gap' }
  | { kind: 'unreadable' };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, found);
  }
  return found;
}

/** Returns the milliseconds by which the zone's local time is ahead of UTC at this instant. */
export function offsetAt(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

export function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * `local`: as in a datetime-local input, 2026-10-25T02:30, or with seconds. The readings are RFC 3339 with an offset.
 */
export function readWallClock(local: string, zone: string): WallClock {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return { kind: 'unreadable' };
  const text = local.length === 16 ? `${local}:00` : local;
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return { kind: 'unreadable' };
  const day = 86_400_000;
  const offsets = [...new Set([offsetAt(wall - day, zone), offsetAt(wall + day, zone)])];
  const readings = offsets
    .filter((offset) => offsetAt(wall - offset, zone) === offset)
    .sort((a, b) => b - a)
    .map((offset) => ({ instant: `${text}${offsetText(offset)}`, offset: offsetText(offset) }));
  const [first, second] = readings;
  if (first && second) return { kind: 'ambiguous', readings: [first, second] };
  return first ? { kind: 'exact', reading: first } : { kind: 'gap' };
}

/** Returns the local time of an instant for a datetime-local input, to the minute or the second. */
export function wallClock(instant: number, zone: string, to: 'minute' | 'second' = 'minute'): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, to === 'minute' ? 16 : 19);
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Returns Athens for Europe/Athens. */
export const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

export function allZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes('UTC') ? zones : ['UTC', ...zones];
}

/**
 * Returns the half-open interval of days in a zone, `from` and `to` included. A day begins with the first minute that
 * its clocks show.
 */
export function daySpan(
  from: string | undefined,
  to: string | undefined,
  zone: string,
): { since?: string; until?: string } {
  const since = from === undefined ? null : dayStart(from, zone);
  const until = to === undefined ? null : dayStart(nextDay(to), zone);
  return { ...(since ? { since } : {}), ...(until ? { until } : {}) };
}

function dayStart(day: string, zone: string): string | null {
  const begins = Date.parse(`${day}T00:00Z`);
  // Rejects a 31 February, which would be read as a day in March.
  if (Number.isNaN(begins) || new Date(begins).toISOString().slice(0, 10) !== day) return null;
  for (const time of ['00:00', '00:30', '01:00', '02:00']) {
    const read = readWallClock(`${day}T${time}`, zone);
    if (read.kind === 'exact') return read.reading.instant;
    if (read.kind === 'ambiguous') return read.readings[0].instant;
  }
  return null;
}

function nextDay(day: string): string {
  const begins = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(begins) ? day : new Date(begins + 86_400_000).toISOString().slice(0, 10);
}
