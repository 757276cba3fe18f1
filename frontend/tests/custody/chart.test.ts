/** The chart of custody: who had it when, and where marks lead, from the entries alone. */
import { describe, expect, it } from 'vitest';
import type { EntryView } from '@/api/views';
import { chart, clustered, SYSTEM } from '@/features/custody/events/chart';

const entry = (
  kind: string,
  at: string,
  party: string | null = 'NL',
  fields: Record<string, unknown> = {},
  subject: Record<string, string> = {},
): EntryView =>
  ({
    kind,
    at: `2026-11-26T${at}:00.000000Z`,
    party,
    seat: party ? `${party}-01` : 'system',
    position: 1,
    commitment: kind + at,
    subject,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { salt: '', value }])),
  }) as unknown as EntryView;

const registered = entry('evidence.registered', '08:00', 'NL', { originator: 'NL' });

describe('the chart of custody', () => {
  it('is none of nothing, and of what is withheld', () => {
    expect(chart([])).toBeNull();
    expect(chart([{ ...registered, kind: null, at: null }])).toBeNull();
  });

  it('has the originator first, a lane for each party, and the clock last', () => {
    const drawn = chart([
      entry('release.lapsed', '12:00', null, { party: 'DE', level: 'held' }),
      registered,
      entry('evidence.opened', '11:00', 'FR'),
      entry('file.expired', '13:00', null),
    ]);
    expect(drawn?.lanes).toEqual(['NL', 'DE', 'FR', SYSTEM]);
  });

  it('says who had it when', () => {
    const drawn = chart([
      registered,
      entry('evidence.released', '09:00', 'NL', { party: 'DE', level: 'readable' }),
      entry('evidence.released', '10:00', 'NL', { party: 'DE', level: 'held' }),
      entry('evidence.recalled', '11:00', 'NL', { party: 'DE', level: 'held' }),
    ]);
    const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`);
    expect(drawn?.spans).toEqual([
      { party: 'DE', level: 'readable', from: at('09:00'), until: at('10:00') },
      { party: 'DE', level: 'held', from: at('10:00'), until: at('11:00') },
      { party: 'NL', level: 'held', from: at('08:00'), until: null },
    ]);
    expect(drawn?.marks.map(({ party, to }) => [party, to])).toEqual([
      ['NL', null],
      ['NL', 'DE'],
      ['NL', 'DE'],
      ['DE', 'NL'],
    ]);
  });

  it('leads a hand-over from who offered it, and stands where it happened', () => {
    const drawn = chart([
      registered,
      entry('custody.offered', '09:00', 'NL', {}, { handover: 'h' }),
      entry('custody.received', '12:00', 'DE', { occurred: { at: '2026-11-26T10:30:00.000000Z' } }, { handover: 'h' }),
    ]);
    const last = drawn?.marks.at(-1);
    expect([last?.party, last?.to, last?.kind, new Date(last?.at ?? 0).toISOString()]).toEqual([
      'NL',
      'DE',
      'handed',
      '2026-11-26T10:30:00.000Z',
    ]);
  });

  it('gathers what would cover its neighbour, and loses nothing', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      entry(
        'evidence.opened',
        `${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
        at % 2 ? 'DE' : 'FR',
      ),
    );
    const drawn = chart([registered, ...many]);
    if (!drawn) throw new Error('drawn');
    const clusters = clustered(drawn.marks, (at) => ((at - drawn.from) / (drawn.until - drawn.from)) * 300, 11);
    expect(clusters.length).toBeLessThan(70);
    expect(clusters.reduce((sum, { marks }) => sum + marks.length, 0)).toBe(301);
  });
});
