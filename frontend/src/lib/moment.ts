/** A local time and the instant that it means. Pure. */
import { readWallClock, wallClock, type Reading } from './zones';

/** `local`: as in a datetime-local input; `reading`: which of two possible instants is meant. */
export type Local = { local: string; reading: string };
export const EMPTY: Local = { local: '', reading: '' };

export const localOf = (at: string | null, zone: string): Local =>
  at ? { local: wallClock(Date.parse(at), zone), reading: at } : EMPTY;

export function momentIn(
  { local, reading }: Local,
  zone: string,
): {
  at: string | null;
  fault: 'tasks/timeTwice' | 'tasks/timeNever' | 'tasks/timeUnreadable' | null;
  readings: readonly Reading[];
} {
  if (!local) return { at: null, fault: null, readings: [] };
  if (reading && wallClock(Date.parse(reading), zone) === local)
    return { at: new Date(reading).toISOString(), fault: null, readings: [] };
  const read = readWallClock(local, zone);
  if (read.kind === 'exact') return { at: new Date(read.reading.instant).toISOString(), fault: null, readings: [] };
  if (read.kind === 'ambiguous') return { at: null, fault: 'tasks/timeTwice', readings: read.readings };
  return { at: null, fault: read.kind === 'gap' ? 'tasks/timeNever' : 'tasks/timeUnreadable', readings: [] };
}
