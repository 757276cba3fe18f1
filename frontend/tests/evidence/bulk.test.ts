import { describe, expect, it } from 'vitest';
import { i18next } from '@/i18n';
import { COLUMNS, itemsOfCsv, itemsOfFiles, readCsv, template } from '@/features/evidence/registration/bulk/items';
import { fitting } from '@/features/evidence/list/columns';
import { filtersOf, savedOf } from '@/features/evidence/list/saved';
import { initial, toForm } from '@/features/evidence/registration/form';
import { guessCategory, guessKind } from '@/features/evidence/registration/guess';
import { defaultsOf } from '@/features/evidence/registration/queries';
import type { EvidenceView } from '@/api/views';

const read = (text: string) => itemsOfCsv(text, 'Europe/Amsterdam', i18next.t);

describe('a CSV file of exhibits', () => {
  it('is read with each separator, with quotes and a byte order mark', () => {
    expect(readCsv('\uFEFFtitle;place\r\n"A; ""big"" disk";Rotterdam\r\n')).toEqual([
      ['title', 'place'],
      ['A; "big" disk', 'Rotterdam'],
    ]);
    expect(readCsv('title\tplace\nDisk\tRotterdam')[1]).toEqual(['Disk', 'Rotterdam']);
  });
  it('becomes one exhibit for each line', () => {
    const { items, problems } = read(
      'title,kind,category,acquired_at,handling\nDisk,image,disk_image,2026-03-02 10:00,H1 H2\nNote,,,,\n',
    );
    expect(problems).toEqual([]);
    expect(items.map(({ line, values }) => [line, values])).toEqual([
      [
        2,
        {
          title: 'Disk',
          kind: 'image',
          category: 'disk_image',
          acquired_at: '2026-03-02T10:00',
          acquired_zone: 'Europe/Amsterdam',
          handling: ['H1', 'H2'],
        },
      ],
      [3, { title: 'Note' }],
    ]);
  });
  it('sends the language of an exhibit as the form of a single one does', () => {
    const { items } = read(`${template().trim()}\nDisk${','.repeat(COLUMNS.indexOf('content_language'))}DE\n`);
    expect(items.map(({ values, problems }) => [values.content_language, problems])).toEqual([['de', []]]);
    const [{ values } = { values: {} }] = items;
    const sent = toForm({ ...initial('UTC'), ...values }, 'UTC');
    expect(sent.content_language).toBe('de');
  });
  it('reads whole numbers, and names others', () => {
    const { items } = read('title,weight_grams\nKnife,250\nGun,1.5 kg\n');
    expect(items.map(({ values }) => values.weight_grams)).toEqual(['250', undefined]);
    expect(items[1]?.problems).toEqual(['weight_grams: “1.5 kg” is no whole number above 0. Write digits only.']);
  });
  it('shows a time with an offset on the clock of the zone of the exhibit', () => {
    const times = ['2026-03-02T10:00:07Z', '2026-03-02 10:00 -05:00', '2026-03-02'];
    const { items } = read(`title,acquired_at\n${times.map((time) => `Disk,${time}`).join('\n')}`);
    expect(items.map(({ values, problems }) => [values.acquired_at, values.acquired_zone, problems])).toEqual(
      ['2026-03-02T11:00:07', '2026-03-02T16:00:00', '2026-03-02T00:00'].map((at) => [at, 'Europe/Amsterdam', []]),
    );
    for (const wrong of ['2026-03-02 10:00 CET', '2026-03-02T10:00+99:00', '10:00'])
      expect(read(`title,acquired_at\nDisk,${wrong}`).items[0]?.problems).toHaveLength(1);
  });
  it('names the line and the column of each mistake', () => {
    const { items, problems } = read('title,kind,acquired_at,content_language,colour\n,disk,yesterday,German,red\n');
    expect(problems).toEqual(['Unknown column: colour']);
    expect(items[0]?.problems).toHaveLength(4);
    expect(items[0]?.problems[2]).toContain('“German” is no language code');
    expect(items[0]?.problems[0]).toBe('The title is missing.');
  });
});

it('the files of a folder become exhibits named without their folders', () => {
  const file = (path: string) =>
    Object.defineProperty(new File(['x'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path });
  const items = itemsOfFiles(['case/mail.mbox', 'case/notes.xyz'].map(file));
  expect(items.map(({ path, values }) => [path, values])).toEqual([
    ['case/mail.mbox', { title: 'mail.mbox', category: 'content_data', kind: 'digital_original' }],
    ['case/notes.xyz', { title: 'notes.xyz' }],
  ]);
  expect(guessKind(guessCategory(['a.E01']))).toBe('image');
});

it('defaults come from the last registration of the member, else of the party', () => {
  const of = (registered_by: string, legal_basis: string, place: string) =>
    ({ registered_by, legal_basis, place, acquired_by: registered_by }) as EvidenceView;
  const latest = [of('NL-02', 'Art. 94', 'A'), of('NL-01', 'Art. 96b', 'B'), of('NL-01', 'Art. 94', 'C')];
  expect(defaultsOf(latest, 'NL-01')).toEqual({ bases: ['Art. 94', 'Art. 96b'], acquiredBy: 'NL-01', place: 'B' });
  expect(defaultsOf(latest, 'NL-09').place).toBe('A');
});

it('columns give way before the title is cut', () => {
  const all = ['originator', 'shared', 'markings', 'files', 'registered', 'number'] as const;
  expect(fitting(all, 90)).toEqual(all);
  expect(fitting(all, 62)).not.toContain('markings');
  expect(fitting(all, 40)).toContain('shared');
});

it('a saved view keeps days, filters and columns', () => {
  const filters = {
    q: 'mbox',
    level: 'readable',
    registered_from: '2026-03-01',
    registered_until: '2026-03-31',
  } as const;
  const form = savedOf('March', filters, ['number']);
  expect(form.filters).toMatchObject({ registered_before: '2026-04-01T00:00:00.000Z' });
  const view = { id: 'v', name: 'March', filters: form.filters ?? {}, columns: ['number', 'other'], saved_at: '' };
  expect(filtersOf(view)).toEqual({ filters, columns: ['number'] });
});
