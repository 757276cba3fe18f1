/** Labels: made for printing, and finding an exhibit by what stands on one. */
import { findByLabel, makeBlankLabels, makeLabels } from './generated/sdk.gen';
import type { BlankView, FoundView, LabelView } from './generated/types.gen';
import { Problem } from './problem';

export async function make(jit: string, evidence: string, copies: number): Promise<LabelView[]> {
  return (await makeLabels({ path: { jit }, body: { evidence: [evidence], copies }, throwOnError: true })).data.items;
}

/** Labels that nothing bears yet. */
export async function makeBlank(jit: string, count: number): Promise<BlankView[]> {
  return (await makeBlankLabels({ path: { jit }, body: { count }, throwOnError: true })).data.items;
}

export type { BlankView };
export type Found = FoundView & { jit: string };

/** In whichever of one's teams it is; null where it is in none, or one may not see it: nobody tells the one from the other. */
export async function find(jits: readonly string[], code: string, signal?: AbortSignal): Promise<Found | null> {
  const asked = jits.map(async (jit): Promise<Found | null> => {
    try {
      return { jit, ...(await findByLabel({ path: { jit, code }, ...(signal ? { signal } : {}), throwOnError: true })).data };
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  });
  return (await Promise.all(asked)).find((one) => one !== null) ?? null;
}
