import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesQuery, narrowed, readAuditSearch } from '@/features/audit/log/queries';
import type { EntryView } from '@/api/views';
import { answerOf, askedKey, exhibitOf } from '@/features/audit/log/asked';
import { entrySummary, refusalsOf } from '@/features/audit/entries/entrySummary';
import { KIND_GROUPS } from '@/features/audit/log/kinds';
import { en } from '@/i18n/en';
import { fr } from '@/i18n/fr';
import { daySpan } from '@/lib/zones';
import { FACT_KINDS } from '@/realtime/kinds';

const ID = '01a20f5d-93d0-7a96-b81e-165a361dd0cc';

describe('a search in the address', () => {
  it('is read as it was written', () => {
    const search = {
      q: 'wallet',
      kind: ['evidence.opened', 'task.linked'],
      party: 'EUROJUST',
      seat: 'DE-02',
      evidence: ID,
      from: '2026-10-25',
      to: '2026-10-25',
      tab: 'access',
      answer: 'refused',
      asked: 'changes',
    };
    expect(readAuditSearch(search)).toEqual(search);
    expect(readAuditSearch({ q: 17, kind: 'evidence.opened' })).toEqual({ q: '17', kind: ['evidence.opened'] });
  });
  it('leaves out what nobody could have meant', () => {
    expect(
      readAuditSearch({
        q: '',
        kind: ['registered', 3],
        party: 'de',
        seat: 'DE',
        evidence: 'x',
        from: '2026-13-01',
        to: 'yesterday',
        tab: 'other',
        answer: '200',
        asked: true,
      }),
    ).toEqual({});
  });
  it('counts its filters, of which the tab is none', () => {
    expect(narrowed(readAuditSearch({ tab: 'access', party: 'DE', from: '2026-01-01' }))).toBe(2);
  });
  it('asks for days in the zone of the reader', () => {
    const [key] = entriesQuery('j', { from: '2026-10-25', to: '2026-10-25' }, 'Europe/Amsterdam').queryKey;
    expect(key.query).toEqual({ since: '2026-10-25T00:00:00+02:00', until: '2026-10-26T00:00:00+01:00' });
  });
});

describe('days', () => {
  it('begin where clocks put forward at midnight begin them', () => {
    expect(daySpan('2026-03-29', undefined, 'Asia/Beirut')).toEqual({ since: '2026-03-29T01:00:00+03:00' });
  });
  it('that are none ask for nothing', () => {
    expect(daySpan('2026-02-31', '2026-02-31', 'UTC').since).toBeUndefined();
  });
});

describe('kinds of entries', () => {
  it('stand in one group each', () => {
    expect(KIND_GROUPS.flatMap(({ kinds }) => kinds).sort()).toEqual([...FACT_KINDS].sort());
    expect(KIND_GROUPS.map(({ group }) => group).sort()).toEqual(Object.keys(en.kindGroup).sort());
  });
});

describe('a refusal', () => {
  const one = {
    evidence: ID,
    act: 'releases:grant',
    because: 'originator-only',
    times: 3,
    first_at: 'a',
    last_at: 'b',
  };
  const entry = (value: unknown): Pick<EntryView, 'kind' | 'fields'> => ({
    kind: 'evidence.refused',
    fields: { refusals: { salt: '', value } },
  });
  it('is read from its entry, and what is not understood is left to the entry as recorded', () => {
    expect(refusalsOf(entry([one, { ...one, times: 'often' }, null]))).toEqual([
      { evidence: ID, act: 'releases:grant', because: 'originator-only', times: 3, first: 'a', last: 'b' },
    ]);
    expect(refusalsOf(entry('x'))).toEqual([]);
    expect(refusalsOf({ ...entry([one]), kind: 'evidence.opened' })).toEqual([]);
  });
  it('has a word for every act and reason that the server can name', () => {
    const code = (path: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'app', path), 'utf8');
    const acts = [
      ...code('access/sharing/decisions.py')
        .split('class Act(')[1]!
        .split('class ')[0]!
        .matchAll(/^ {4}[A-Z]+ = "([a-z]+)"$/gm),
    ].map(([, act]) => act!);
    expect(acts).toContain('take');
    expect(acts.filter((act) => !(act in en.tried))).toEqual([]);
    const deciding = ['sharing/decisions', 'flags', 'sharing/privilege', 'sharing/quarantine', 'retention']
      .map((name) => code(`access/${name}.py`))
      .join('\n');
    const reasons = [...deciding.matchAll(/yield f?"([a-z_]+)/g)].map(([, reason]) => reason!.replaceAll('_', '-'));
    expect(reasons).toContain('originator-only');
    expect(reasons.filter((reason) => !Object.keys(en.denied).some((known) => known.startsWith(reason)))).toEqual([]);
  });
});

describe('an entry in a line', () => {
  it('says what the name of the exhibit does not', () => {
    const lines = [
      { label: null, text: 'to Germany, held' },
      { label: 'Hash', text: 'a'.repeat(64) },
      { label: 'Basis', text: 'Art. 5' },
      { label: null, text: 'more' },
    ];
    expect(entrySummary({ kind: 'evidence.released' }, lines, ': ')).toBe('to Germany, held · Basis: Art. 5');
    expect(entrySummary({ kind: 'evidence.registered' }, lines, ': ')).toBe('');
  });
});

describe('the access log', () => {
  it('has words in both languages for every request that a team knows', () => {
    const { paths } = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'openapi.json'), 'utf8'),
    ) as { paths: Record<string, Record<string, unknown>> };
    const team = '/api/jits/{jit}';
    const asked = Object.entries(paths)
      .filter(([route]) => route.startsWith(team))
      .flatMap(([route, methods]) =>
        Object.keys(methods).map((method) => askedKey({ method: method.toUpperCase(), route })),
      );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((key) => !(key in en.asked))).toEqual([]);
    expect(Object.keys(fr.asked).sort()).toEqual(Object.keys(en.asked).sort());
    expect(askedKey({ method: 'GET', route: `${team}/ledger/tile/{level}/{path:path}` })).toBe(
      'GET ledger tile {level} {path}',
    );
  });
  it('sorts answers as the server does', () => {
    expect([200, 101, 304, 401, 403, 404, 410, 400, 422, 428, 500, 503, 0].map(answerOf)).toEqual([
      'given',
      'given',
      'given',
      'refused',
      'refused',
      'absent',
      'absent',
      'faulty',
      'faulty',
      'faulty',
      'failed',
      'failed',
      'failed',
    ]);
  });
  it('takes what was written in the place of an exhibit for one only if it is an id', () => {
    expect(exhibitOf({ ids: { evidence: ID } })).toBe(ID);
    expect(exhibitOf({ ids: { evidence: '../../etc' } })).toBeNull();
    expect(exhibitOf({ ids: { file: ID } })).toBeNull();
  });
});
