import { describe, expect, it } from 'vitest';
import { i18next } from '@/i18n';
import { changeOf, draftOf, EMPTY, formOf, problemsOf, type Draft } from '@/components/sharing/draft';
import { sentences } from '@/components/sharing/words';

const zone = 'Europe/Amsterdam';
const wording = {
  t: i18next.t,
  zone,
  locale: 'en-GB',
  party: 'Germany',
  authorityName: (code: string) => ({ BKA: 'Bundeskriminalamt' })[code] ?? code,
  memberName: (code: string) => `${code === 'DE-01' ? 'Jonas' : 'Lena'} (${code})`,
};
const held: Draft = { ...EMPTY, level: 'held' };

describe('a release in words', () => {
  it('says that nothing is seen', () => {
    expect(sentences(EMPTY, wording)).toEqual(['Germany has no access and is not told that the exhibit exists.']);
  });
  it('says who, what, when, for what and on which basis', () => {
    expect(sentences(held, wording)).toEqual([
      'Leaders and contributors of Germany can view it and download the original.',
      'From now on, without end date.',
      'For every agreed purpose.',
      'No basis stated.',
    ]);
    const narrow: Draft = {
      level: 'readable',
      seats: ['DE-01', 'DE-02'],
      authorities: ['BKA'],
      from: '2026-11-25T10:00',
      until: '2026-12-01T00:00',
      purposes: ['AUDIT'],
      basis: 'Clause 7.2',
    };
    expect(sentences(narrow, wording)).toEqual([
      'Only Jonas (DE-01) and Lena (DE-02) of Germany at Bundeskriminalamt can view it in the browser with a watermark and see its provenance. The original cannot be downloaded.',
      'From 25 Nov 2026, 10:00 CET until 1 Dec 2026, 00:00 CET.',
      'For Audit only.',
      'Basis: Clause 7.2.',
    ]);
  });
});

describe('what changes', () => {
  it('is named by its direction', () => {
    expect(changeOf(EMPTY, EMPTY)).toBe('nothing');
    expect(changeOf(EMPTY, held)).toBe('start');
    expect(changeOf({ ...EMPTY, level: 'listed' }, held)).toBe('raise');
    expect(changeOf(held, { ...EMPTY, level: 'listed' })).toBe('lower');
    expect(changeOf(held, EMPTY)).toBe('end');
    expect(changeOf(held, { ...held, until: '2027-01-01T00:00' })).toBe('conditions');
    expect(changeOf({ ...held, seats: ['A', 'B'] }, { ...held, seats: ['B', 'A'] })).toBe('nothing');
  });
});

describe('what is wrong with a release', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  it('follows the markings', () => {
    expect(problemsOf(held, 'RED', zone, now)).toEqual({ seats: 'redNeedsSeats' });
    expect(problemsOf({ ...held, seats: ['DE-01'] }, 'RED', zone, now)).toEqual({});
    expect(problemsOf(held, 'AMBER_STRICT', zone, now)).toEqual({ authorities: 'strictNeedsOne' });
    expect(problemsOf(EMPTY, 'RED', zone, now)).toEqual({});
  });
  it('follows the clock', () => {
    expect(problemsOf({ ...held, until: '2026-11-24T12:00' }, 'AMBER', zone, now)).toEqual({ until: 'pastUntil' });
    expect(problemsOf({ ...held, from: '2026-12-02T00:00', until: '2026-12-01T00:00' }, 'AMBER', zone, now)).toEqual({
      until: 'untilBeforeFrom',
    });
    expect(problemsOf({ ...held, from: '2027-03-28T02:30' }, 'AMBER', zone, now)).toEqual({ from: 'gap' });
  });
});

describe('what is sent', () => {
  it('narrows nothing that was left open', () => {
    expect(formOf(held, zone)).toEqual({
      level: 'held',
      authorities: null,
      seats: null,
      not_before: null,
      until: null,
      purposes: null,
      basis: null,
    });
    expect(formOf(EMPTY, zone)).toBeNull();
  });
  it('comes back as it was read', () => {
    const view = {
      party: 'DE',
      level: 'held' as const,
      authorities: null,
      seats: ['DE-01'],
      not_before: null,
      until: '2026-12-01T09:30:00.000000Z',
      purposes: null,
      basis: null,
      granted_by: 'NL-01',
      granted_at: '2026-11-24T12:00:00.000000Z',
      state: 'effective' as const,
      version: 1,
    };
    expect(formOf(draftOf(view, zone), zone)).toMatchObject({ seats: ['DE-01'], until: '2026-12-01T10:30:00+01:00' });
  });
});
