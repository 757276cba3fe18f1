import { describe, expect, it } from 'vitest';
import { i18next } from '@/i18n';
import { changes, conflicts, describedOf, merged } from '@/features/evidence/exhibit/description';
import { eachFurther } from '@/features/evidence/exhibit/fields';
import { acquiredAt, initial, toForm, toggleHandling, validate } from '@/features/evidence/registration/form';

const zone = 'Europe/Amsterdam';
const now = Date.parse('2026-11-24T12:00:00Z');
const whole = {
  ...initial(zone, now),
  title: ' Disk ',
  kind: 'image' as const,
  category: 'disk_image' as const,
  acquired_by: 'R. Mulder',
  place: 'Rotterdam',
  legal_basis: 'Art. 125i Sv',
  handling_text: '',
};
const wrong = (values: typeof whole) => Object.keys(validate(values, zone, now, i18next.t));

describe('the form of a new exhibit', () => {
  it('names what is missing, field by field', () => {
    expect(wrong({ ...whole, title: ' ', place: '', kind: null as never })).toEqual(['title', 'place', 'kind']);
    expect(wrong(whole)).toEqual([]);
  });
  it('asks which one when the clock was put back', () => {
    const back = { ...whole, acquired_at: '2026-10-25T02:30' };
    expect(wrong(back)).toEqual(['acquired_at']);
    expect(wrong({ ...back, reading: 1 })).toEqual([]);
    expect(acquiredAt({ ...back, reading: 1 })).toBe('2026-10-25T02:30:00+01:00');
  });
  it('refuses a time that never was, and the future', () => {
    expect(wrong({ ...whole, acquired_at: '2026-03-29T02:30' })).toEqual(['acquired_at']);
    expect(wrong({ ...whole, acquired_at: '2026-11-25T00:00' })).toEqual(['acquired_at']);
  });
  it('knows the length of each hash', () => {
    const hash = (value: string) => ({
      ...whole,
      declared_hashes: [{ algorithm: 'md5' as const, value, of: 'medium' as const }] as never[],
    });
    expect(wrong(hash('a'.repeat(32)))).toEqual([]);
    expect(wrong(hash('a'.repeat(31)))).toEqual(['declared_hashes.0']);
  });
  it('names nobody where a leader lets nobody else see it, and leaves releases to the rules where they decide', () => {
    expect(toForm(whole, zone).releases).toEqual([]);
    expect(toForm({ ...whole, ruled: true }, zone)).not.toHaveProperty('releases');
    expect(
      toForm(
        {
          ...whole,
          releases: {
            DE: { level: 'held', authorities: [], seats: [], from: '', until: '', purposes: [], basis: '' },
          } as never,
        },
        zone,
      ).releases,
    ).toMatchObject([{ party: 'DE', level: 'held' }]);
    expect(toForm(whole, zone)).toMatchObject({
      title: 'Disk',
      acquired_at: '2026-11-24T13:00:00+01:00',
      acquired_zone: zone,
    });
  });
  it('sends a number as such, and only of a kind of exhibit that has it', () => {
    const weighed = { ...whole, weight_grams: ' 1250 ', content_language: 'de' };
    expect(toForm({ ...weighed, kind: 'physical' }, zone)).toMatchObject({
      weight_grams: 1250,
      content_language: 'de',
    });
    expect(toForm(weighed, zone)).not.toHaveProperty('weight_grams');
  });
  it('keeps H0 alone', () => {
    expect(toggleHandling(['H0'], ['H0', 'H2'])).toEqual(['H2']);
    expect(toggleHandling(['H2'], ['H2', 'H0'])).toEqual(['H0']);
    expect(toggleHandling(['H1', 'H3'], ['H1', 'H3', 'H2'])).toEqual(['H1', 'H2', 'H3']);
    expect(toggleHandling(['H1'], [])).toEqual(['H0']);
  });
});

describe('a correction', () => {
  const base = {
    title: 'A',
    description: 'd',
    acquired_by: 'x',
    place: 'p',
    legal_basis: 'l',
    handling_text: '',
    ...eachFurther(() => ''),
  };
  it('sends only what differs', () => {
    expect(changes(base, { ...base, title: 'B ', description: '' })).toEqual({ title: 'B', description: null });
    expect(changes(base, { ...base, title: ' A' })).toEqual({});
    expect(changes({ ...base, content_language: 'de' }, base)).toEqual({ content_language: null });
    expect(changes(base, { ...base, weight_grams: '1300' })).toEqual({ weight_grams: 1300 });
    expect(changes({ ...base, weight_grams: '1300' }, base)).toEqual({ weight_grams: null });
  });
  it('offers the fields of the kind of the exhibit', () => {
    const names = (kind: 'physical' | 'image') => describedOf({ kind, handling: ['H0'] }).map(({ name }) => name);
    expect(names('physical')).toEqual([...names('image'), 'weight_grams']);
  });
  it('asks only where both changed the same words', () => {
    const theirs = { ...base, title: 'T', place: 'q' };
    const mine = { ...base, title: 'M', description: 'e' };
    expect(conflicts(base, theirs, mine)).toEqual(['title']);
    expect(merged(base, theirs, mine)).toEqual({ ...base, title: 'M', description: 'e', place: 'q' });
  });
});
