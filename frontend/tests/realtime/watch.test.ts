/** Watching a ledger: a small real ledger, signed with real keys by other means than the code under test, and each lie it could tell. */
import { createHash, generateKeyPairSync, sign as signWith, type KeyObject } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { examine, isGiven, readPromises, settle, tilePath, type Source } from '@/lib/watch';
import { isNoteOf } from '@/lib/notes';

const ORIGIN = 'liaison.test/jits/1/0';
const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (content: Buffer) => sha(Buffer.from([0]), content);
const node = (left: Buffer, right: Buffer) => sha(Buffer.from([1]), left, right);
const commitments = Array.from({ length: 300 }, (_, n) => sha(Buffer.from(`entry ${String(n)}`)));

/** RFC 6962, 2.1, by its recursive definitions. */
const cut = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);
function root(all: Buffer[]): Buffer {
  if (all.length === 1) return leaf(all[0]!);
  const k = cut(all.length);
  return node(root(all.slice(0, k)), root(all.slice(k)));
}
function inclusion(m: number, all: Buffer[]): Buffer[] {
  if (all.length === 1) return [];
  const k = cut(all.length);
  return m < k
    ? [...inclusion(m, all.slice(0, k)), root(all.slice(k))]
    : [...inclusion(m - k, all.slice(k)), root(all.slice(0, k))];
}
function subproof(m: number, all: Buffer[], whole: boolean): Buffer[] {
  if (m === all.length) return whole ? [] : [root(all)];
  const k = cut(all.length);
  return m <= k
    ? [...subproof(m, all.slice(0, k), whole), root(all.slice(k))]
    : [...subproof(m - k, all.slice(k), false), root(all.slice(0, k))];
}

class Key {
  readonly vkey: string;
  private readonly id: Buffer;
  constructor(
    private readonly name: string,
    private readonly pair: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ed25519'),
  ) {
    const raw = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const typed = Buffer.concat([Buffer.from([1]), raw]);
    this.id = sha(Buffer.from(`${name}\n`), typed).subarray(0, 4);
    this.vkey = `${name}+${this.id.toString('hex')}+${typed.toString('base64')}`;
  }
  signature(text: string): string {
    return Buffer.concat([this.id, signWith(null, Buffer.from(text), this.pair.privateKey)]).toString('base64');
  }
  note(text: string): string {
    return `${text}\n\u2014 ${this.name} ${this.signature(text)}\n`;
  }
}

let log: Key;
let promiser: Key;
let told: Buffer[];
const checkpointOf = (all: Buffer[], key = log) =>
  key.note(`${ORIGIN}\n${String(all.length)}\n${root(all).toString('base64')}\n`);
const text = (all: Buffer[]) => all.map((one) => one.toString('base64'));
const source: Source = {
  keys: () =>
    Promise.resolve({
      log: log.vkey,
      promises: [{ vkey: promiser.vkey, note: log.note(`liaison-promise-key/v1\n${ORIGIN}\n${promiser.vkey}\n`) }],
    }),
  consistency: (from, to) => Promise.resolve(text(subproof(from, told.slice(0, to), true))),
  inclusion: (position, size) => Promise.resolve(text(inclusion(position, told.slice(0, size)))),
  bundle: (number, width) =>
    Promise.resolve(
      new Uint8Array(
        Buffer.concat(told.slice(number * 256, number * 256 + width).flatMap((one) => [Buffer.from([0, 32]), one])),
      ),
    ),
};
const good = async (size: number) => {
  const found = await examine(checkpointOf(told.slice(0, size)), null, source);
  if ('alarm' in found) throw new Error(found.alarm);
  return found;
};
function promised(commitment: Buffer, key = promiser, size = 0) {
  const deadline = '2026-11-24T12:01:00.000000Z';
  const signature = key.signature(
    `liaison-promise/v1\n${ORIGIN}\nan-id\n${commitment.toString('base64')}\n${deadline}\n`,
  );
  const [promise] = readPromises(
    `an-id ${commitment.toString('base64')} ${deadline} ${signature}`,
    size,
    Date.parse('2026-11-24T12:00:00Z'),
  );
  return promise!;
}

beforeEach(() => {
  log = new Key(ORIGIN);
  promiser = new Key(`${ORIGIN}/promises`);
  told = [...commitments];
});

describe('a checkpoint', () => {
  it('that is signed and contains the last one is remembered', async () => {
    const { seen } = await good(3);
    for (const size of [3, 4, 256, 300]) {
      const found = await examine(checkpointOf(told.slice(0, size)), seen, source);
      expect(found).toMatchObject({ checkpoint: { size }, seen: { vkey: log.vkey } });
    }
  });
  it('that is smaller, forked or rewritten raises the alarm', async () => {
    const { seen } = await good(200);
    expect(await examine(checkpointOf(told.slice(0, 199)), seen, source)).toEqual({ alarm: 'shrunk' });
    told[7] = sha(Buffer.from('rewritten'));
    expect(await examine(checkpointOf(told.slice(0, 200)), seen, source)).toEqual({ alarm: 'forked' });
    expect(await examine(checkpointOf(told.slice(0, 300)), seen, source)).toEqual({ alarm: 'inconsistent' });
  });
  it('by another key, or changed after it was signed, raises the alarm', async () => {
    const { seen } = await good(3);
    const note = checkpointOf(told.slice(0, 4));
    expect(await examine(note.replace('\n4\n', '\n5\n'), seen, source)).toEqual({ alarm: 'signature' });
    expect(await examine(`${note}more`, seen, source)).toEqual({ alarm: 'signature' });
    expect(await examine('rubbish', seen, source)).toEqual({ alarm: 'unreadable' });
    log = new Key(ORIGIN);
    expect(await examine(checkpointOf(told.slice(0, 4)), seen, source)).toEqual({ alarm: 'key' });
    log = new Key('liaison.test/jits/2/0');
    expect(await examine(checkpointOf(told.slice(0, 4)), null, source)).toEqual({ alarm: 'signature' });
  });
  it('of a new epoch is told, and relied on once it was read; by a key that nobody vouches for it raises the alarm', async () => {
    const { seen } = await good(3);
    const former = log;
    const origin = 'liaison.test/jits/1/1';
    log = new Key(origin);
    const words = `liaison-epoch/v1\n${origin}\n${log.vkey}\n`;
    const note = log.note(`${origin}\n4\n${root(told.slice(0, 4)).toString('base64')}\n`);
    const vouchedBy = (voucher: string | null): Source => ({
      ...source,
      keys: async () => ({ ...(await source.keys()), voucher }),
    });
    const found = await examine(note, seen, vouchedBy(former.note(words)));
    expect(found).toMatchObject({ alarm: 'renewed', seen: { vkey: log.vkey, note } });
    told[2] = sha(Buffer.from('another'));
    for (const lost of [told.slice(0, 2), told.slice(0, 4)]) {
      const other = log.note(`${origin}\n${String(lost.length)}\n${root(lost).toString('base64')}\n`);
      expect(await examine(other, seen, vouchedBy(former.note(words)))).toMatchObject({
        alarm: 'epoch',
        seen: { note: other },
      });
    }
    told = [...commitments];
    if (!('seen' in found) || !found.seen) throw new Error('nothing to rely on');
    expect(await examine(note, found.seen, source)).toMatchObject({ checkpoint: { origin, size: 4 } });
    for (const voucher of [
      null,
      log.note(words),
      former.note(words.replace('/1\n', '/2\n')),
      former.note(`${words}more\n`),
    ]) {
      expect(await examine(note, seen, vouchedBy(voucher))).toEqual({ alarm: 'key' });
    }
  });
  it('is a note only whole', async () => {
    const note = checkpointOf(told.slice(0, 4));
    expect(await isNoteOf(log.vkey, note)).toBe(true);
    for (const other of [note.slice(0, -1), note.replace('\n', '\r\n'), note.replace(/\n\n/, '\n')])
      expect(await isNoteOf(log.vkey, other)).toBe(false);
    expect(await isNoteOf(log.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), note)).toBe(false);
  });
});

describe('a promise', () => {
  const late = Date.parse('2026-11-24T12:01:16Z');
  it('is believed when a key signed it for which the ledger vouches', async () => {
    expect(await isGiven(promised(commitments[5]!), ORIGIN, source)).toBe(true);
    expect(
      await isGiven({ ...promised(commitments[5]!), commitment: commitments[6]!.toString('base64') }, ORIGIN, source),
    ).toBe(false);
    expect(await isGiven(promised(commitments[5]!, new Key(`${ORIGIN}/promises`)), ORIGIN, source)).toBe(false);
    expect(await isGiven(promised(commitments[5]!, log), ORIGIN, source)).toBe(false);
  });
  it('is kept by a checkpoint that includes its entry, waits before its time, and is broken after', async () => {
    const { checkpoint } = await good(290);
    const [early, second, absent] = [
      promised(commitments[5]!),
      promised(commitments[280]!, promiser, 270),
      promised(commitments[295]!, promiser, 289),
    ];
    const before = Date.parse('2026-11-24T12:01:05Z');
    expect(await settle([early, second, absent], checkpoint, source, before)).toEqual({
      kept: [early, second],
      broken: [],
      waiting: [absent],
    });
    expect(await settle([early, absent], checkpoint, source, late)).toEqual({
      kept: [early],
      broken: [absent],
      waiting: [],
    });
  });
  it('is broken by a bundle that shows an entry which the tree does not have', async () => {
    const { checkpoint } = await good(290);
    const lie = sha(Buffer.from('shown only here'));
    told[100] = lie;
    expect((await settle([promised(lie)], checkpoint, source, late)).broken).toHaveLength(1);
  });
  it('reads several values, and nothing that is no promise', () => {
    const one = (n: number) => `id${String(n)} c d s`;
    expect(readPromises(`${one(1)}, ${one(2)}`, 0, 0).map(({ id }) => id)).toEqual(['id1', 'id2']);
    expect(readPromises('a b c', 0, 0)).toEqual([]);
  });
});

it('writes the paths of bundles as tlog-tiles does', () => {
  expect([tilePath(0, 256), tilePath(999, 3), tilePath(1234067, 256)]).toEqual(['000', '999.p/3', 'x001/x234/067']);
});
