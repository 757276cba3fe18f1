import { describe, expect, it } from 'vitest';
import { lookedAt, othersHere, seatsOf } from '@/features/coordination/overview/here';
import type { Present } from '@/realtime/frames';

const one = (seat: string, party: string | null, evidence?: string): Present => ({
  seat,
  party,
  since: '2026-11-24T12:00:00Z',
  focus: evidence ? { evidence } : null,
});
const room = [one('DE-01', 'DE'), one('NL-01', 'NL', 'e1'), one('NL-02', 'NL', 'e2'), one('JIT-01', null)];

describe('who is here', () => {
  it('stands with its party, and who has none apart', () => {
    expect(seatsOf(room, 'NL').map(({ seat }) => seat)).toEqual(['NL-01', 'NL-02']);
    expect(seatsOf(room, null).map(({ seat }) => seat)).toEqual(['JIT-01']);
    expect(seatsOf(room, 'FR')).toEqual([]);
  });
  it('does not count me, and is not known without a connection: that is not nobody', () => {
    expect(othersHere(room, 'NL-02', 'live')).toBe(3);
    expect(othersHere([one('NL-02', 'NL')], 'NL-02', 'live')).toBe(0);
    for (const state of ['connecting', 'waiting', 'offline', 'ended'] as const)
      expect(othersHere([], 'NL-02', state)).toBeNull();
  });
  it('looks at what it is told to look at; I know what I look at', () => {
    expect(room.map((each) => lookedAt(each, 'NL-02'))).toEqual([null, 'e1', null, null]);
  });
});
