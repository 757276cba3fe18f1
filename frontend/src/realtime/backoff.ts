/**
 * The delay before the next attempt: doubled each time, capped, and randomised so that clients do not reconnect at
 * once.
 */

const FIRST = 500;
const CAP = 20_000;

/** `attempt` counts from 0; `random` in [0, 1). Returns between half of the step and all of it. */
export function backoff(attempt: number, random: number): number {
  const step = Math.min(CAP, FIRST * 2 ** Math.min(attempt, 10));
  return Math.round(step / 2 + (step / 2) * random);
}
