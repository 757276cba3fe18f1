/** Labels: made for printing, and finding an exhibit by what stands on one. */
import { findByLabel, listBlankLabels, makeBlankLabels, makeLabels, voidBlankLabel } from '@/api/generated/sdk.gen';
import type { BlankLabelView, BlankView, FoundView, LabelView } from '@/api/generated/types.gen';
import { Problem } from '@/api/problem';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

export async function make(jit: string, evidence: string[], copies: number): Promise<LabelView[]> {
  return (await makeLabels({ path: { jit }, body: { evidence, copies }, throwOnError: true })).data.items;
}

/** Labels that nothing bears yet. */
export async function makeBlank(jit: string, count: number): Promise<BlankView[]> {
  return (await makeBlankLabels({ path: { jit }, body: { count }, throwOnError: true })).data.items;
}

/** Printed labels of the party without an exhibit, newest sheet first. */
export const blankLabelsQuery = (jit: string, begins: string) =>
  paged({ _id: 'listBlankLabels', path: { jit }, begins }, (cursor, signal) =>
    listBlankLabels({ path: { jit }, query: { limit: 50, begins, ...cursor }, signal, throwOnError: true }),
  );

export async function voidLabel(
  jit: string,
  { code, version }: BlankLabelView,
  reason: string,
): Promise<BlankLabelView> {
  return (
    await voidBlankLabel({
      path: { jit, code },
      body: { reason },
      headers: ifMatch(version),
      throwOnError: true,
    })
  ).data;
}

/** Member, time and reason of a void label, from a refusal. */
export function voidOf(error: unknown): { by: string; at: string; reason: string } | null {
  const said = error instanceof Problem && error.code === 'label-void' ? error.document['void'] : null;
  if (typeof said !== 'object' || said === null) return null;
  const { by, at, reason } = said as Record<string, unknown>;
  return typeof by === 'string' && typeof at === 'string' && typeof reason === 'string' ? { by, at, reason } : null;
}

export type { BlankLabelView, BlankView };
export type Found = FoundView & { jit: string };

/** In whichever of one's teams it is; null where it is in none, or one may not see it: nobody tells the one from the other. */
export async function find(jits: readonly string[], code: string, signal?: AbortSignal): Promise<Found | null> {
  const asked = jits.map(async (jit): Promise<Found | null> => {
    try {
      return {
        jit,
        ...(await findByLabel({ path: { jit, code }, ...(signal ? { signal } : {}), throwOnError: true })).data,
      };
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  });
  return (await Promise.all(asked)).find((one) => one !== null) ?? null;
}
