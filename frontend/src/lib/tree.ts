/**
 * Verifies Merkle proofs (RFC 9162, 2.1.3.2, 2.1.4.2; hashes of RFC 6962) with the Web Crypto API. Sizes are exact
 * integers below 2^53. Not here: loading proofs.
 */
import { fromBase64, toBase64 } from './base64';

export type Hash = Uint8Array<ArrayBuffer>;

async function sha256(prefix: number, ...parts: Hash[]): Promise<Hash> {
  const whole = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  whole[0] = prefix;
  let at = 1;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** Decodes hashes of 32 bytes from canonical base64; null if one is invalid. */
function hashes(texts: readonly string[]): Hash[] | null {
  try {
    const all = texts.map(fromBase64);
    return all.every((hash, n) => hash.length === 32 && toBase64(hash) === texts[n]) ? all : null;
  } catch {
    return null;
  }
}

const half = (n: number) => Math.floor(n / 2);
const odd = (n: number) => n % 2 === 1;

/** Returns the hash of a leaf (base64 in, base64 out). */
export async function leafHash(content: string): Promise<string> {
  return toBase64(await sha256(0, fromBase64(content)));
}

/** Returns the hash of the node above these two. */
export const nodeHash = (left: Hash, right: Hash): Promise<Hash> => sha256(1, left, right);

/** Returns whether the leaf hash is at `index` in the tree of this size and root; hashes are base64. */
export async function isIncluded(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
  root: string,
): Promise<boolean> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  const [first, ...steps] = hashes([leaf, ...path]) ?? [];
  if (!first) return false;
  let fn = index;
  let sn = size - 1;
  let hash = first;
  for (const step of steps) {
    if (sn === 0) return false;
    if (odd(fn) || fn === sn) {
      hash = await nodeHash(step, hash);
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = await nodeHash(hash, step);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && toBase64(hash) === root;
}

/** Returns whether the tree of size `to` begins with that of size `from`; hashes are base64. */
export async function isConsistent(
  from: number,
  to: number,
  path: readonly string[],
  fromRoot: string,
  toRoot: string,
): Promise<boolean> {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 1 || from > to) return false;
  if (from === to) return path.length === 0 && fromRoot === toRoot;
  const isPowerOfTwo = Number.isInteger(Math.log2(from)) && 2 ** Math.round(Math.log2(from)) === from;
  const [first, ...steps] = hashes(isPowerOfTwo ? [fromRoot, ...path] : path) ?? [];
  if (!first || path.length === 0) return false;
  let fn = from - 1;
  let sn = to - 1;
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [older, newer] = [first, first];
  for (const step of steps) {
    if (sn === 0) return false;
    if (odd(fn) || fn === sn) {
      older = await nodeHash(step, older);
      newer = await nodeHash(step, newer);
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      newer = await nodeHash(newer, step);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && toBase64(older) === fromRoot && toBase64(newer) === toRoot;
}
