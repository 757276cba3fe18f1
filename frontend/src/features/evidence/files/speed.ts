/** Speed as people expect it: smoothed, and only from measured progress. */

export type Meter = { at: number; sent: number; speed: number | null };

const EVERY = 600;
const WEIGHT = 0.3;

export function measure(before: Meter | null, sent: number, now: number): Meter {
  if (!before || sent < before.sent) return { at: now, sent, speed: null };
  const passed = now - before.at;
  if (passed < EVERY) return before;
  const latest = ((sent - before.sent) / passed) * 1000;
  return { at: now, sent, speed: before.speed === null ? latest : before.speed * (1 - WEIGHT) + latest * WEIGHT };
}

/** Seconds that are left, or null while nothing is known. */
export function remaining(sent: number, size: number, speed: number | null): number | null {
  return speed && speed > 0 ? (size - sent) / speed : null;
}
