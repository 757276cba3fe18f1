/**
 * The ledger's position that each team's first read told. The live channel resumes from there, so that nothing falls
 * between reading and subscribing. Later reads do not move it: the socket itself knows how far it came.
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

/** On sign-out: somebody else may sign in, who may know less. */
export function forgetPositions(): void {
  first.clear();
}
