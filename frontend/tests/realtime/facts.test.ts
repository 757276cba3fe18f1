import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { en } from '@/i18n/en';
import { exhibitQuery, keys, poolQuery } from '@/api/queries';
import { custodyQuery } from '@/features/custody/events/queries';
import { published, revoked, touched, TOUCHES } from '@/realtime/facts';
import type { Fact } from '@/realtime/frames';
import { FACT_KINDS } from '@/realtime/kinds';
import { makeRefresher } from '@/realtime/refresher';

const fact = (kind: string): Fact => ({
  position: 1,
  kind,
  subject: { evidence: 'e' },
  seat: 'NL-01',
  party: 'NL',
  at: '2026-11-24T12:00:00Z',
});

describe('facts', () => {
  it('each have words in the feed and in custody', () => {
    for (const kind of FACT_KINDS) {
      expect(en.sentence[kind]).toBeTruthy();
      expect(en.entry[kind]).toBeTruthy();
    }
    expect(Object.keys(TOUCHES).sort()).toEqual([...FACT_KINDS].sort());
  });
  it('always touch the ledger, and a kind of a newer server everything of the team', () => {
    for (const kind of FACT_KINDS) expect(touched('j', fact(kind))).toContainEqual(keys.ledger('j'));
    expect(touched('j', fact('message.sent'))).toContainEqual(keys.team('j'));
  });
  it('are not the only frames: a published checkpoint touches the ledger, a revocation everything of the team', () => {
    expect(published('j')).toEqual([keys.ledger('j'), keys.situation('j')]);
    expect(revoked('j')).toEqual([keys.me(), keys.team('j')]);
  });
  it('that decide who sees an exhibit read the list and all below the exhibit anew', () => {
    for (const kind of ['evidence.released', 'evidence.recalled', 'release.started', 'release.lapsed']) {
      expect(touched('j', fact(kind))).toEqual(
        expect.arrayContaining([keys.pool('j'), keys.below('j', 'e'), keys.tasks('j'), keys.anyTask('j')]),
      );
    }
  });
  it('that take words out of an entry take them off the day that said them', () => {
    for (const kind of ['field.erased', 'evidence.field_erased'])
      expect(touched('j', fact(kind))).toEqual(
        expect.arrayContaining([...keys.saidOnDays('j'), keys.anyComments('j')]),
      );
  });
});

describe('keys', () => {
  it('match the queries of the page, whatever their filters, and not those of another team', async () => {
    const client = new QueryClient();
    client.setQueryData(poolQuery('j', { q: 'x' }).queryKey, { pages: [], pageParams: [] });
    client.setQueryData(poolQuery('other', {}).queryKey, { pages: [], pageParams: [] });
    client.setQueryData(exhibitQuery('j', 'e').queryKey, {} as never);
    await client.invalidateQueries({ queryKey: keys.pool('j') });
    await client.invalidateQueries({ queryKey: keys.exhibit('j', 'e') });
    const stale = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated;
    expect(stale(poolQuery('j', { q: 'x' }).queryKey)).toBe(true);
    expect(stale(poolQuery('other', {}).queryKey)).toBe(false);
    expect(stale(exhibitQuery('j', 'e').queryKey)).toBe(true);
    client.setQueryData(custodyQuery('j', 'e', 'newest').queryKey, { pages: [], pageParams: [] });
    client.setQueryData(custodyQuery('j', 'other', 'newest').queryKey, { pages: [], pageParams: [] });
    await client.invalidateQueries({ queryKey: keys.below('j', 'e') });
    expect(stale(custodyQuery('j', 'e', 'newest').queryKey)).toBe(true);
    expect(stale(custodyQuery('j', 'other', 'newest').queryKey)).toBe(false);
  });
});

describe('a burst of facts', () => {
  it('is read at once, then once for all that came meanwhile', () => {
    vi.useFakeTimers();
    const client = new QueryClient();
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    const refresher = makeRefresher(client, 400);
    refresher.touch([keys.pool('j')]);
    expect(invalidate).toHaveBeenCalledTimes(1);
    for (let n = 0; n < 50; n += 1) refresher.touch([keys.pool('j')]);
    expect(invalidate).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(400);
    expect(invalidate).toHaveBeenCalledTimes(2);
    refresher.stop();
    vi.useRealTimers();
  });
});
