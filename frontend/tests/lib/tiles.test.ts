/** Paths made from tiles, against RFC 6962's own recursive definition, for trees that end anywhere in a tile. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pathsFrom, type ReadTile } from '@/lib/tiles';
import { isIncluded } from '@/lib/tree';

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left: Buffer, right: Buffer) => sha(Buffer.from([1]), left, right);
const leaves = Array.from({ length: 65_900 }, (_, n) => sha(Buffer.from([0]), Buffer.from(`entry ${String(n)}`)));

/** Every whole subtree by level, as a server stores them. */
const levels = [leaves];
while (levels.at(-1)!.length > 1) {
  const below = levels.at(-1)!;
  levels.push(Array.from({ length: Math.floor(below.length / 2) }, (_, n) => node(below[2 * n]!, below[2 * n + 1]!)));
}
const cut = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);
function root(from: number, to: number): Buffer {
  const n = to - from;
  if (Number.isInteger(Math.log2(n))) return levels[Math.log2(n)]![from / n]!;
  return node(root(from, from + cut(n)), root(from + cut(n), to));
}
function inclusion(m: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const middle = from + cut(to - from);
  return m < middle
    ? [...inclusion(m, from, middle), root(middle, to)]
    : [...inclusion(m, middle, to), root(from, middle)];
}

let read: string[] = [];
const tiles: ReadTile = (level, index, width) => {
  read.push(`${String(level)}/${String(index)}.p/${String(width)}`);
  const hashes = levels[8 * level]!.slice(index * 256, index * 256 + width);
  expect(hashes).toHaveLength(width);
  return Promise.resolve(new Uint8Array(Buffer.concat(hashes)));
};

it.each([1, 2, 3, 255, 256, 257, 300, 512, 1000, 65_535, 65_536, 65_900])(
  'a tree of %i gives the paths that its definition gives',
  async (size) => {
    const paths = pathsFrom(tiles);
    const whole = root(0, size).toString('base64');
    for (const position of new Set(
      [0, 1, 254, 255, 256, size >> 1, size - 2, size - 1].filter((one) => one >= 0 && one < size),
    )) {
      const path = await paths(position, size);
      expect(path).toEqual(inclusion(position, 0, size).map((one) => one.toString('base64')));
      expect(await isIncluded(leaves[position]!.toString('base64'), position, size, path, whole)).toBe(true);
    }
  },
);

it('thirty neighbours cost the tiles of one, and a larger tree only what is new in it', async () => {
  const paths = pathsFrom(tiles);
  read = [];
  for (let position = 65_800; position < 65_830; position += 1) await paths(position, 65_850);
  expect(read.length).toBeLessThanOrEqual(3);
  read = [];
  await paths(65_829, 65_900);
  expect(read.length).toBeLessThanOrEqual(1);
});

it('a tile that lies is not believed, and one that was not answered is asked for again', async () => {
  const size = 300;
  const wrong = pathsFrom(async (...asked) => {
    const bytes = await tiles(...asked);
    bytes[7]! ^= 1;
    return bytes;
  });
  const whole = root(0, size).toString('base64');
  expect(await isIncluded(leaves[4]!.toString('base64'), 4, size, await wrong(4, size), whole)).toBe(false);
  let broken = true;
  const paths = pathsFrom((...asked) => (broken ? Promise.reject(new Error('no line')) : tiles(...asked)));
  await expect(paths(4, size)).rejects.toThrow('no line');
  broken = false;
  expect(await paths(4, size)).toEqual(inclusion(4, 0, size).map((one) => one.toString('base64')));
});
