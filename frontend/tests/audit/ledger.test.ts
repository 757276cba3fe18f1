import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EntryView } from '@/api/views';
import { timeline } from '@/features/custody/events/timeline';
import { brokenLinks, canonicalJson, checkEntry, type Disclosed } from '@/lib/commitments';
import { parseCheckpoint } from '@/lib/notes';

const salt = Buffer.alloc(32, 7);
const sha = (...parts: (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest('base64');

/** An entry made as ledger.md says, by other means than the code under test. */
function made(n: number, previous: string | null, name = 'Tσ'): Disclosed {
  const fields: Record<string, unknown> = { title: name, chain: { n, previous } };
  const stated = Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((key) => [key, sha('liaison-field/v1\n', salt, JSON.stringify([key, fields[key]]))]),
  );
  const canonical = JSON.stringify({ fields: stated, v: 1 });
  const told = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, { salt: salt.toString('base64'), value }]),
  );
  return {
    commitment: sha('liaison-entry/v1\n', salt, canonical),
    salt: salt.toString('base64'),
    canonical,
    fields: told,
  };
}

describe('an entry checked in the browser', () => {
  it('matches when nothing was touched', async () => {
    expect(await checkEntry(made(1, null))).toBe('matches');
  });
  it('differs by one letter of the text, of a field, of a salt', async () => {
    const good = made(1, null);
    expect(await checkEntry({ ...good, canonical: good.canonical!.replace('"v":1', '"v":2') })).toBe('differs');
    expect(
      await checkEntry({ ...good, fields: { ...good.fields, title: { ...good.fields!['title']!, value: 'Tσ.' } } }),
    ).toBe('differs');
    expect(await checkEntry({ ...good, salt: Buffer.alloc(32, 8).toString('base64') })).toBe('differs');
  });
  it('matches with fields withheld, and says when all of it is', async () => {
    const good = made(1, null);
    expect(await checkEntry({ ...good, fields: { chain: good.fields!['chain']! } })).toBe('matches');
    expect(await checkEntry({ commitment: good.commitment, salt: null, canonical: null, fields: null })).toBe(
      'undisclosed',
    );
  });
  it('is written canonically', () => {
    expect(canonicalJson({ b: [1, 'é"\u2028'], a: null })).toBe('{"a":null,"b":[1,"é\\"\u2028"]}');
  });
});

describe('the chain of an exhibit', () => {
  it('is whole when each names the one before', () => {
    const first = made(1, null);
    const second = made(2, first.commitment);
    expect(brokenLinks([second, first])).toEqual([]);
    expect(brokenLinks([first, made(2, 'other')])).toEqual([2]);
    expect(brokenLinks([made(1, 'something')])).toEqual([1]);
  });
  it('shows what others read as withheld, in its place', () => {
    const entries = [made(1, null), made(2, null), made(5, null)].map((entry) => entry as unknown as EntryView);
    expect(timeline(entries, true).map((item) => (item.kind === 'entry' ? item.n : [item.from, item.to]))).toEqual([
      1,
      2,
      [3, 4],
      5,
    ]);
  });
  it('says nothing of what stands before, while that is still to be read', () => {
    const entries = [made(4, null), made(7, null)].map((entry) => entry as unknown as EntryView);
    const shown = (fromFirst: boolean) =>
      timeline(entries, fromFirst).map((item) => (item.kind === 'entry' ? item.n : [item.from, item.to]));
    expect(shown(false)).toEqual([4, [5, 6], 7]);
    expect(shown(true)).toEqual([[1, 3], 4, [5, 6], 7]);
  });
  it('puts what bears no number of the chain where its time puts it, however it was read', () => {
    const at = (id: string, n: number | null) =>
      ({ ...(n === null ? { commitment: id, fields: null } : made(n, null)), id }) as unknown as EntryView;
    const entries = [at('e', null), at('d', 9), at('c', null), at('b', 8), at('a', null)];
    expect(timeline(entries, false).map((item) => item.kind === 'entry' && item.entry.id)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });
});

describe('a checkpoint', () => {
  const note = 'liaison.localhost/jits/x/0\n287\ncm9vdA==\n\n— liaison.localhost/jits/x/0 c2ln\n';
  it('is read into its parts', () => {
    expect(parseCheckpoint(note)).toMatchObject({
      origin: 'liaison.localhost/jits/x/0',
      size: 287,
      root: 'cm9vdA==',
      signatures: [{ value: 'c2ln' }],
    });
  });
  it('is refused when it is not one', () => {
    expect(parseCheckpoint(note.replace('287', '0287'))).toBeNull();
    expect(parseCheckpoint(note.replace('\n\n', '\n'))).toBeNull();
    expect(parseCheckpoint(note.replaceAll('\n', '\r\n'))).toBeNull();
  });
});
