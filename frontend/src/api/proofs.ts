/** What the watch over a ledger reads, through the guarded door: keys, proofs, bundles of commitments. */
import { bundlePath, type Source } from '@/lib/watch';
import { proveConsistency, proveInclusion, readEntryBundle, readKeys } from './generated/sdk.gen';

export function sourceOf(jit: string): Source {
  const path = { jit };
  return {
    keys: async () => {
      const { data } = await readKeys({ path, throwOnError: true });
      // The key in force is the one that has no end; a watch knows no other until keys can be exchanged.
      return { log: data.log.find(({ to }) => to === null)?.vkey ?? '', promises: data.promises };
    },
    consistency: async (from, to) => (await proveConsistency({ path, query: { from, to }, throwOnError: true })).data.path,
    inclusion: async (position, size) => (await proveInclusion({ path, query: { position, size }, throwOnError: true })).data.path,
    bundle: async (number, width) => {
      const where = bundlePath(number, width).replace('tile/entries/', '');
      const { data } = await readEntryBundle({ path: { jit, path: where }, parseAs: 'arrayBuffer', throwOnError: true });
      return new Uint8Array(data as unknown as ArrayBuffer);
    },
  };
}
