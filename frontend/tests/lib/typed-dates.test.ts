import { describe, expect, it } from 'vitest';
import { readTyped, showTyped } from '@/lib/typedDates';

describe('a typed date', () => {
  it.each([
    ['16/05/2026', '2026-05-16'],
    ['6.5.2026', '2026-05-06'],
    [' 2026-05-16 ', '2026-05-16'],
    ['31/02/2026', null],
    ['16/05/26', null],
    ['16/05/2026 10:05', null],
  ])('%s is read as %s', (text, read) => {
    expect(readTyped(text, false)).toBe(read);
  });
  it.each([
    ['16/05/2026 10:05', '2026-05-16T10:05'],
    ['16/05/2026, 9h05', '2026-05-16T09:05'],
    ['2026-05-16T10:05:30', '2026-05-16T10:05:30'],
    ['16/05/2026', null],
    ['16/05/2026 24:00', null],
  ])('with a time, %s is read as %s', (text, read) => {
    expect(readTyped(text, true)).toBe(read);
  });
  it('the time of a log keeps its seconds and its fraction as typed', () => {
    expect(readTyped('30/11/2026 19:14:07,5120', true)).toBeNull();
    expect(readTyped('30/11/2026 19:14:07,5120', true, true)).toBe('2026-11-30T19:14:07.5120');
    expect(showTyped('2026-11-30T19:14:00', true)).toBe('30/11/2026 19:14:00');
    expect(showTyped('2026-11-30T19:14:07.5120', true)).toBe('30/11/2026 19:14:07.5120');
  });
  it('is shown as it can be typed', () => {
    expect(['2026-05-16', '2026-05-16T10:05:00', '2026-05-16T10:05:30'].map((one) => showTyped(one))).toEqual([
      '16/05/2026',
      '16/05/2026 10:05',
      '16/05/2026 10:05:30',
    ]);
  });
});
