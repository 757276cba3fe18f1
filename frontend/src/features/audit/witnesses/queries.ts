/** The log co-signers: state of each, and the own party's one. Their key is in queries.ts. */
import { listWitnessesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { nameWitness, readKeys, removeWitness } from '@/api/generated/sdk.gen';
import type { WitnessForm, WitnessView } from '@/api/views';

export const witnessesQuery = (jit: string) => ({
  ...listWitnessesOptions({ path: { jit } }),
  refetchInterval: 15_000,
});

/** The key that signs the ledger at present, which a witness must know. */
export const logKeyQuery = (jit: string) => ({
  queryKey: [{ _id: 'ledger', path: { jit }, part: 'key' }] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await readKeys({ path: { jit }, signal, throwOnError: true })).data.log.find(({ to }) => to === null)?.vkey ?? '',
});

/** The address of the policy for `verify.py --policy`. */
export const policyPath = (jit: string): string => `/api/jits/${jit}/witnesses/policy`;

export async function name(jit: string, body: WitnessForm): Promise<WitnessView> {
  return (await nameWitness({ path: { jit }, body, throwOnError: true })).data;
}

export async function remove(jit: string, { id }: WitnessView, reason: string): Promise<void> {
  await removeWitness({ path: { jit, witness: id }, body: { reason }, throwOnError: true });
}
