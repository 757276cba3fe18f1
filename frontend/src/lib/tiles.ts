/**
 * Inclusion paths from the tiles of a ledger (C2SP tlog-tiles): entries of one screen share few tiles, while a proof
 * for each would need a request for each. Paths are not trusted: tree.ts checks them against the root of a checkpoint.
 */
import { fromBase64, toBase64 } from './base64';
import { nodeHash, type Hash } from './tree';

/** The hashes of a tile: `width` hashes of 32 bytes. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Uint8Array<ArrayBuffer>>;
export type Paths = (position: number, size: number) => Promise<string[]>;

const HEIGHT = 8;
const WIDTH = 2 ** HEIGHT;

/** The largest power of two below `n`; `n` > 1. */
const cut = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);

/** Paths of one ledger. Full tiles and full subtrees are cached, because they never change. */
export function pathsFrom(read: ReadTile): Paths {
  const kept = new Map<string, Promise<unknown>>();
  function once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const found = kept.get(key) as Promise<T> | undefined;
    if (found) return found;
    const made = make();
    kept.set(key, made);
    // A failed request is repeated next time.
    made.catch(() => kept.delete(key));
    return made;
  }

  /** Returns the root of the full subtree of 2^level leaves with this index. */
  function whole(level: number, index: number, size: number): Promise<string> {
    return once(`${String(level)}/${String(index)}`, async () => {
      if (level % HEIGHT > 0)
        return join(await whole(level - 1, 2 * index, size), await whole(level - 1, 2 * index + 1, size));
      const tile = Math.floor(index / WIDTH);
      const width = Math.min(WIDTH, Math.floor(size / 2 ** level) - tile * WIDTH);
      const bytes = await once(`tile/${String(level)}/${String(tile)}/${String(width)}`, () =>
        read(level / HEIGHT, tile, width),
      );
      const at = (index % WIDTH) * 32;
      return toBase64(bytes.slice(at, at + 32));
    });
  }

  /** Returns the root of the leaves from `from` to `to`, split as in RFC 6962. */
  async function range(from: number, to: number, size: number): Promise<string> {
    const n = to - from;
    const level = Math.log2(n);
    if (Number.isInteger(level)) return whole(level, from / n, size);
    const middle = from + cut(n);
    return join(await range(from, middle, size), await range(middle, to, size));
  }

  return async (position, size) => {
    const path: string[] = [];
    for (let [from, to] = [0, size]; to - from > 1;) {
      const middle = from + cut(to - from);
      if (position < middle) {
        path.unshift(await range(middle, to, size));
        to = middle;
      } else {
        path.unshift(await range(from, middle, size));
        from = middle;
      }
    }
    return path;
  };
}

async function join(left: string, right: string): Promise<string> {
  const hash: Hash = await nodeHash(fromBase64(left), fromBase64(right));
  return toBase64(hash);
}
