/** Queries of the watch over a ledger: keys, consistency proofs, tiles and entry bundles. */
import { pathsFrom, type Paths } from '@/lib/tiles';
import { tilePath, type Source } from '@/lib/watch';
import { proveConsistency, readEntryBundle, readKeys, readTile } from '@/api/generated/sdk.gen';

/** Tiles of each team, cached while the page is open. */
const paths = new Map<string, Paths>();

function pathsOf(jit: string): Paths {
  let found = paths.get(jit);
  if (!found) {
    found = pathsFrom(async (level, index, width) => {
      const { data } = await readTile({
        path: { jit, level: String(level), path: tilePath(index, width) },
        parseAs: 'arrayBuffer',
        throwOnError: true,
      });
      return new Uint8Array(data as unknown as ArrayBuffer);
    });
    paths.set(jit, found);
  }
  return found;
}

export function sourceOf(jit: string): Source {
  const path = { jit };
  return {
    keys: async () => {
      const { data } = await readKeys({ path, throwOnError: true });
      // The key in force is the one that has no end; those of former epochs are the bundle's affair.
      const current = data.log.find(({ to }) => to === null);
      return { log: current?.vkey ?? '', voucher: current?.note ?? null, promises: data.promises };
    },
    consistency: async (from, to) =>
      (await proveConsistency({ path, query: { from, to }, throwOnError: true })).data.path,
    inclusion: pathsOf(jit),
    bundle: async (number, width) => {
      const { data } = await readEntryBundle({
        path: { jit, path: tilePath(number, width) },
        parseAs: 'arrayBuffer',
        throwOnError: true,
      });
      return new Uint8Array(data as unknown as ArrayBuffer);
    },
  };
}
