/** The chart of custody: access periods, marks, periods of time and rows, from the entries alone. */
import { describe, expect, it } from 'vitest';
import type { EntryView } from '@/api/views';
import { chart, placed, SYSTEM, type Chart } from '@/features/custody/events/chart';
import { chosen, events, occasions } from '@/features/custody/events/occasions';
import { dayOf, moved, SHORTEST, ticks, within, zoomed } from '@/features/custody/events/range';

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
  it('is null without disclosed entries', () => {
    expect(chart([])).toBeNull();
    expect(chart([{ ...registered, kind: null, at: null }])).toBeNull();
  });

  it('has the originator first, a lane for each party, and background jobs last', () => {
    const drawn = chart([
      entry('release.lapsed', '12:00', null, { party: 'DE', level: 'held' }),
      registered,
      entry('evidence.opened', '11:00', 'FR'),
      entry('file.expired', '13:00', null),
    ]);
    expect(drawn?.lanes).toEqual(['NL', 'DE', 'FR', SYSTEM]);
  });

  it('has the access periods of each party', () => {
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

  it('draws a handover from the offering party, at the time of the event', () => {
    const drawn = chart([
      registered,
      entry('custody.offered', '09:00', 'NL', {}, { handover: 'h' }),
      entry('custody.received', '12:00', 'DE', { occurred: { at: '2026-11-26T10:30:00.000000Z' } }, { handover: 'h' }),
    ]);
    const last = drawn?.marks.at(-1);
    expect([last?.party, last?.to, last?.kind, new Date(last?.at ?? 0).toISOString()]).toEqual([
      'NL',
      'DE',
      'physical',
      '2026-11-26T10:30:00.000Z',
    ]);
  });

  it('gives events of the same kind one place with a number, and loses none', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      entry(
        'evidence.opened',
        `${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
        at % 2 ? 'DE' : 'FR',
      ),
    );
    const places = placedIn(drawn([registered, ...many]), 300);
    expect(places.length).toBeLessThan(70);
    expect(places.reduce((sum, { marks }) => sum + marks.length, 0)).toBe(301);
  });

  it('never gives different events one place: they are above each other', () => {
    const places = placedIn(
      drawn([
        registered,
        entry('custody.sealed', '09:00'),
        entry('custody.transported', '09:00'),
        entry('custody.stored', '09:01'),
        entry('custody.stored', '09:02'),
        entry('evidence.described', '17:00'),
      ]),
      300,
    );
    expect(places.every(({ marks }) => new Set(marks.map((mark) => mark.entry.kind)).size === 1)).toBe(true);
    expect(places.map(({ row, marks }) => [marks[0]?.entry.kind, row, marks.length])).toEqual([
      ['evidence.registered', 0, 1],
      ['custody.sealed', 0, 1],
      ['custody.transported', 1, 1],
      ['custody.stored', 2, 2],
      ['evidence.described', 0, 1],
    ]);
  });
});

function drawn(entries: EntryView[]): Chart {
  const found = chart(entries);
  if (!found) throw new Error('nothing is drawn');
  return found;
}

/** Places in a drawing of so many pixels. */
function placedIn({ marks, from, until }: Chart, width: number) {
  return placed(marks, (at) => ((at - from) / (until - from)) * width, 11);
}

describe('the period of the chart', () => {
  const hour = 3_600_000;
  const whole = { from: 0, until: 100 * hour };

  it('keeps the chosen moment in its place when it is zoomed', () => {
    expect(zoomed(whole, whole, 0.5, 25 * hour)).toEqual({ from: 12.5 * hour, until: 62.5 * hour });
  });

  it('never leaves the whole, and is null for all of it', () => {
    expect(moved({ from: 0, until: 10 * hour }, whole, -0.5)).toEqual({ from: 0, until: 10 * hour });
    expect(within({ from: 95 * hour, until: 105 * hour }, whole)).toEqual({ from: 90 * hour, until: 100 * hour });
    expect(zoomed({ from: 0, until: 60 * hour }, whole, 2)).toBeNull();
  });

  it('is never shorter than the shortest period', () => {
    expect(zoomed({ from: 0, until: SHORTEST }, whole, 0.5)).toEqual({ from: 0, until: SHORTEST });
  });

  it('has round ticks in the zone of the reader', () => {
    const day = dayOf(Date.parse('2026-11-26T10:00:00Z'), 'Europe/Amsterdam');
    expect(new Date(day.from).toISOString()).toBe('2026-11-25T23:00:00.000Z');
    const { unit, at } = ticks(day, 9, 'Europe/Amsterdam');
    expect(unit).toBe('minute');
    expect(at.map((one) => new Date(one).getUTCHours())).toEqual([23, 2, 5, 8, 11, 14, 17, 20, 23]);
  });
});

describe('the rows of custody', () => {
  const late = entry('custody.transported', '12:00', 'NL', { occurred: { at: '2026-11-26T10:30:00.000000Z' } });
  const rows = occasions([entry('evidence.opened', '11:00', 'DE'), late, registered], true);

  it('are in the order of the events, with the delay of the recording', () => {
    expect(events(rows).map(({ entry: { kind }, late: delay }) => [kind, delay / 60_000])).toEqual([
      ['evidence.registered', 0],
      ['custody.transported', 90],
      ['evidence.opened', 0],
    ]);
  });

  it('are filtered by period and type', () => {
    const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`);
    const kinds = (...chosenBy: [Parameters<typeof chosen>[1], Parameters<typeof chosen>[2]]) =>
      events(chosen(rows, ...chosenBy)).map((row) => row.entry.kind);
    expect(kinds({ from: at('10:00'), until: at('10:45') }, null)).toEqual(['custody.transported']);
    expect(kinds(null, 'access')).toEqual(['evidence.opened']);
    expect(kinds(null, 'registration')).toEqual(['evidence.registered']);
  });
});
