/** Fields of an entry that are erased for good. */
import { listFieldErasuresOptions, readFieldErasuresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { agreeToFieldErasure, confirmFieldErasure, eraseFields, giveUpFieldErasure } from '@/api/generated/sdk.gen';
import type { FieldErasureForm, FieldErasuresView } from '@/api/views';

/** Erasures that await the own party, or are in progress. */
export const unfinishedErasuresQuery = (jit: string) => listFieldErasuresOptions({ path: { jit } });

export const fieldErasuresQuery = (jit: string, position: number) =>
  readFieldErasuresOptions({ path: { jit, position } });

export async function erase(jit: string, position: number, body: FieldErasureForm): Promise<FieldErasuresView> {
  return (await eraseFields({ path: { jit, position }, body, throwOnError: true })).data;
}

export async function confirm(
  jit: string,
  position: number,
  erasure: string,
  confirmation: string,
): Promise<FieldErasuresView> {
  return (await confirmFieldErasure({ path: { jit, position, erasure }, body: { confirmation }, throwOnError: true }))
    .data;
}

/** Agreement of a party that obtained the exhibit jointly. */
export async function agree(
  jit: string,
  position: number,
  erasure: string,
  confirmation: string,
): Promise<FieldErasuresView> {
  return (await agreeToFieldErasure({ path: { jit, position, erasure }, body: { confirmation }, throwOnError: true }))
    .data;
}

export async function giveUp(jit: string, position: number, erasure: string, reason: string): Promise<void> {
  await giveUpFieldErasure({ path: { jit, position, erasure }, body: { reason }, throwOnError: true });
}
