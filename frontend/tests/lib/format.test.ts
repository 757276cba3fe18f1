import { describe, expect, it } from 'vitest';
import { bytes, duration, percent, shortHash } from '@/lib/format';
import { inOrder } from '@/lib/order';
import { columnTime, fullTime, universalTime } from '@/lib/time';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('sizes, hashes, durations', () => {
  it('writes sizes as disks are sold', () => {
    expect([0, 1, 999, 1000, 734_003_200, 2_147_484_199, 4e12].map((size) => plain(bytes(size, 'en-GB')))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '734 MB',
      '2.15 GB',
      '4 TB',
    ]);
  });
  it('never says 100 % before the last byte', () => {
    expect(percent(999_999, 1_000_000, 'en-GB')).toBe('99%');
    expect(percent(1e12 - 1, 1e12, 'en-GB')).toBe('99.9%');
    expect(percent(5, 5, 'en-GB')).toBe('100%');
    expect(percent(0, 0, 'en-GB')).toBe('0%');
  });
  it('shortens a hash in the middle and leaves short ones alone', () => {
    expect(shortHash('1f3a9c04aabbccddeeff00112233445566778be2')).toBe('1f3a9c04…8be2');
    expect(shortHash('abcdef')).toBe('abcdef');
    expect(shortHash('1f3a9c04aabbccddeeff00112233445566778be2', 8, 0)).toBe('1f3a9c04…');
  });
  it('writes durations with the two largest units', () => {
    const short = (seconds: number) => plain(duration(seconds, 'en-GB')).replaceAll(/([a-z])s\b/g, '$1');
    expect([short(37), short(125), short(7322)]).toEqual(['37 sec', '2 min 5 sec', '2 hr 2 min']);
  });
});

describe('times', () => {
  const at = '2026-11-24T13:15:58.035801Z';
  it('names the zone', () => {
    expect(fullTime(at, 'Europe/Amsterdam', 'en-GB')).toBe('24 Nov 2026, 14:15 CET');
    expect(universalTime(at, 'en-GB')).toBe('24 Nov 2026, 13:15:58 UTC');
  });
  it('leaves the year out of a column only when it is this year', () => {
    const now = Date.parse('2026-12-01T00:00:00Z');
    expect(columnTime(at, 'Europe/Amsterdam', 'en-GB', now)).toBe('24 Nov 14:15');
    expect(columnTime('2025-11-24T13:15:00Z', 'Europe/Amsterdam', 'en-GB', now)).toBe('24 Nov 25 14:15');
  });
});

describe('the order of countries', () => {
  it('is States by code, then bodies, whatever order the server gives', () => {
    const given = [
      ['EUROJUST', 'eu_body'],
      ['NL', 'member_state'],
      ['CH', 'third_country'],
      ['DE', 'member_state'],
    ].map(([code = '', kind = '']) => ({ code, kind }));
    expect(inOrder(given).map(({ code }) => code)).toEqual(['CH', 'DE', 'NL', 'EUROJUST']);
  });
});
