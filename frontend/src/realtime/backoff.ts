/** How long to wait before the next attempt: doubling, capped, and spread so that a restarted server is not met by everybody at once. */

const FIRST = 500;
const CAP = 20_000;

/** `attempt` counts from 0; `random` in [0, 1). At least half of the step, at most all of it. */
export function backoff(attempt: number, random: number): number {
  const step = Math.min(CAP, FIRST * 2 ** Math.min(attempt, 10));
  return Math.round(step / 2 + (step / 2) * random);
}
