/** Proofs against the published probes of another implementation (tests/ledger/vectors names it), good ones and broken ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isConsistent, isIncluded, leafHash } from '@/lib/tree';

type Probe = { desc: string; wantErr: boolean; _file: string; proof: string[] | null };
type Inclusion = Probe & { leafIdx: number; treeSize: number; root: string; leafHash: string };
type Consistency = Probe & { size1: number; size2: number; root1: string; root2: string };

function probes<T>(name: string): T[] {
  const path = join(import.meta.dirname, '..', '..', '..', 'tests', 'ledger', 'vectors', name);
  return (JSON.parse(readFileSync(path, 'utf8')) as { probes: T[] }).probes;
}

describe('a proof checked in the browser', () => {
  it('of inclusion is believed exactly where the other implementation believes it', async () => {
    const all = probes<Inclusion>('merkle_inclusion_probes.json');
    const wrong = [];
    for (const one of all) {
      const believed = await isIncluded(one.leafHash, one.leafIdx, one.treeSize, one.proof ?? [], one.root);
      if (believed === one.wantErr) wrong.push(one._file);
    }
    expect(wrong).toEqual([]);
    expect(all.filter(({ wantErr }) => !wantErr).length).toBeGreaterThan(3);
  });
  it('of consistency is believed exactly where the other implementation believes it', async () => {
    const all = probes<Consistency>('merkle_consistency_probes.json');
    const wrong = [];
    for (const one of all) {
      const believed = await isConsistent(one.size1, one.size2, one.proof ?? [], one.root1, one.root2);
      if (believed === one.wantErr) wrong.push(`${one._file}: ${one.desc} ${String(one.size1)} ${String(one.size2)}`);
    }
    expect(wrong).toEqual([]);
    expect(all.filter(({ wantErr }) => !wantErr).length).toBeGreaterThan(3);
  });
  it('hashes a leaf as RFC 6962 does', async () => {
    expect(await leafHash('')).toBe('bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=');
  });
});
