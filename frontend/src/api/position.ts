/**
 * The ledger position of the first read of each team. The live channel resumes from there, so that no event is missed
 * between reading and subscribing. Later reads do not change it, because the socket knows its own position.
 */

const first = new Map<string, number>();
const waiting = new Map<string, ((position: number) => void)[]>();

export function notePosition(jit: string, position: number): void {
  if (!Number.isSafeInteger(position) || first.has(jit)) return;
  first.set(jit, position);
  for (const resolve of waiting.get(jit) ?? []) resolve(position);
  waiting.delete(jit);
}

export function firstPosition(jit: string): Promise<number> {
  const known = first.get(jit);
  if (known !== undefined) return Promise.resolve(known);
  return new Promise((resolve) => {
    waiting.set(jit, [...(waiting.get(jit) ?? []), resolve]);
  });
}

/** For sign-out: the next account may see less. */
export function forgetPositions(): void {
  first.clear();
}
