import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EntryView } from '@/api/views';
import { FeedSection } from '@/features/audit/activity/FeedSection';
import { inSentence, withArticle } from '@/i18n/articles';
import { seriesOf } from '@/features/audit/activity/series';
import { partsOf } from '@/features/audit/activity/sentence';
import { activity as en } from '@/features/audit/activity/words.en';
import { activity as fr } from '@/features/audit/activity/words.fr';
import { EntryLines } from '@/features/audit/entries/EntryBody';
import { facts } from '@/features/audit/entries/words.en';
import { FACT_KINDS } from '@/realtime/kinds';
import type { FakeApi } from '../support/api';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

let position = 0;

function entry(
  kind: string,
  seat: string,
  fields: Record<string, unknown>,
  subject: Record<string, string> = {},
  at = '2026-03-02T08:00:00Z',
) {
  position += 1;
  const named = seat === 'DE-01' ? { actor: { name: 'Jonas Reinharz', authority: 'STA' }, ...fields } : fields;
  return {
    position,
    commitment: `c${String(position)}`,
    id: `e${String(position)}`,
    kind,
    seat,
    party: seat === 'system' ? null : seat.slice(0, 2),
    subject,
    led: 'other',
    purpose: null,
    at,
    salt: null,
    canonical: null,
    erased: {},
    fields: Object.fromEntries(Object.entries(named).map(([name, value]) => [name, { salt: '', value }])),
  } as unknown as EntryView;
}

const uploads = (count: number, seat: string) =>
  Array.from({ length: count }, (_, n) =>
    entry('file.received', seat, { name: `${String(n)}.eml` }, { evidence: 'exhibit-1' }),
  );

function answers(entries: readonly EntryView[]) {
  return (api: FakeApi) => {
    api.on('GET', `${TEAM}/ledger/disclosed`, () => ({ items: [...entries].reverse(), next: null }));
    api.on('GET', '/api/instruments', () => ({ items: [{ key: 'BUDAPEST_29', deadlines: [{ value: KEPT }] }] }));
    api.on('GET', `${TEAM}/operations/day-1`, () => ({ id: 'day-1', title: 'Lantern out' }));
    api.on('GET', `${TEAM}/evidence`, () => ({
      items: [
        {
          id: 'exhibit-1',
          exhibit_number: 'NL-1',
          title: 'Server image',
        },
      ],
      next: null,
    }));
  };
}

const ITEM_MOVE = { number: 'NL-LR-1', item_number: 2, former: 'executing', state: 'partly', ground: null };

/** A deadline of the reference data, and entries about it and about a step of transmission. */
const KEPT = { key: 'B29_KEPT', title: { en: 'Preservation ends', fr: 'Fin de la conservation' } };
const DEADLINE = { number: 'NL-LR-1', rule: KEPT.key, item_number: 2, due_at: '2026-05-01T22:00:00Z' };
const STEP = { number: 'NL-LR-1', authority: 'Ministry of Justice', channel: 'e-CODEX', receipt: 'NonDelivery' };
const OUTCOME = { item_number: null, outcome: 'void' };

async function sentences(entries: readonly EntryView[]) {
  const { user } = await renderPart(<FeedSection />, answers(entries));
  const show = await screen.findByRole('button', { name: 'Show activity' });
  expect(screen.queryByRole('list')).toBeNull();
  await user.click(show);
  const list = await screen.findByRole('list', { name: 'Activity' });
  return {
    user,
    list,
    said: () =>
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
  };
}

it('names actor, action, object and value of each event, names before codes', async () => {
  const { list } = await sentences([
    entry('operation.word_given', 'DE-01', { word: 'go' }, { operation: 'day-1' }),
    entry('operation.word_given', 'FR-01', { word: 'no_go', reason: 'No interpreter' }, { operation: 'day-1' }),
    entry('evidence.released', 'NL-01', { party: 'DE', level: 'held' }, { evidence: 'exhibit-1' }),
    entry('notice.moved', 'NL-01', { number: 'NL-NO-1', state: 'refused', ground: 'incomplete' }, { notice: 'n-1' }),
    entry('request.sent', 'NL-01', { number: 'NL-LR-1', former: 'EXECUTING', state: 'ANSWERED' }),
    entry('request.item_moved', 'NL-01', { ...ITEM_MOVE, reason: 'One account is left' }),
    entry('request.released', 'NL-01', { number: 'NL-LR-1', party: 'DE', level: 'existence' }),
    entry('request.transmitted', 'NL-01', STEP),
    entry('request.deadline_changed', 'NL-01', { ...DEADLINE, change: 'extended' }),
    entry('request.deadline_ended', 'NL-01', { ...DEADLINE, ...OUTCOME }),
    entry('request.deadline_near', 'system', { ...DEADLINE, rule: 'ASKED' }),
    entry('release.lapsed', 'system', { party: 'FR', level: 'held' }, { evidence: 'exhibit-1' }),
  ]);
  const line = async (text: RegExp) =>
    within(list).findByText((_, node) => node?.tagName === 'DIV' && text.test(node.textContent));
  await line(/^Jonas Reinharz \(DE-01\) confirmed GO for Lantern out/);
  await line(/^Claire Masson \(FR-01\) declared NO-GO for Lantern out: No interpreter/);
  await line(/^You shared Server image NL-1 with Germany/);
  await line(/^You recorded that notice NL-NO-1 is now “Refused” \(Incomplete\)/);
  await line(/^You recorded that legal request NL-LR-1 is now “Answered”/);
  await line(/^You recorded that item 2 of legal request NL-LR-1 is now “Partly delivered”: One account is left/);
  await line(/^You shared legal request NL-LR-1 with Germany \(existence only\)/);
  await line(/^You recorded a step of transmission of legal request NL-LR-1: Ministry of Justice \(Not delivered\)/);
  await line(
    /^You changed a deadline of legal request NL-LR-1, item 2: Preservation ends \(extended\), due 2 May 2026/,
  );
  await line(/^You ended a deadline of legal request NL-LR-1: Preservation ends \(no longer relevant\)/);
  await line(/^A deadline of legal request NL-LR-1, item 2, is near: Answer asked for, due 2 May 2026/);
  await line(/^The release of Server image NL-1 to France expired/);
  expect(within(list).getAllByRole('link', { name: 'Lantern out' })[0]?.getAttribute('href')).toContain(
    '/operations/day-1',
  );
});

it('lists level, deadline and step of transmission of a request by their names in the audit log', async () => {
  const found = [
    entry('request.released', 'NL-01', { number: 'NL-LR-1', party: 'DE', level: 'content' }),
    entry('request.deadline_ended', 'NL-01', { ...DEADLINE, ...OUTCOME }),
    entry('request.transmitted', 'NL-01', STEP),
  ];
  await renderPart(
    found.map((one) => <EntryLines key={one.commitment} entry={one} />),
    answers([]),
  );
  await screen.findByText('Preservation ends · no longer relevant');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'NL-LR-1',
    'to Germany, content',
    'NL-LR-1',
    'Deadline: Preservation ends · no longer relevant',
    expect.stringMatching(/^Due: .*2 May 2026/),
    'NL-LR-1',
    'Ministry of Justice · e-CODEX',
    'Delivery receipt: Not delivered',
  ]);
});

it('lists number, item and both states of a move in the audit log', async () => {
  const moves = [
    entry('request.item_moved', 'NL-01', { ...ITEM_MOVE, ground: 'not necessary' }),
    entry('notice.moved', 'NL-01', { number: 'NL-NO-1', former: 'draft', state: 'checked' }),
  ];
  await renderPart(moves.map((move) => <EntryLines key={move.commitment} entry={move} />));
  expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
    'NL-LR-1',
    'Item 2: Executing → Partly delivered',
    'Ground: not necessary',
    'NL-NO-1',
    'Draft → Checked',
  ]);
});

it('shows 24 uploads as one line that can be unfolded, and hides the own actions on request', async () => {
  const { user, list } = await sentences([...uploads(24, 'DE-01'), entry('jit.closing_withdrawn', 'NL-01', {})]);
  await within(list).findByText(/uploaded 24 files to/);
  expect(within(list).getAllByRole('button', { name: 'Show 24 entries' })).toHaveLength(1);
  await user.click(within(list).getByRole('button', { name: 'Show 24 entries' }));
  expect(within(list).getAllByText(/uploaded \d+\.eml to/)).toHaveLength(24);
  expect(within(list).queryByText(/withdrew the closing/)).not.toBeNull();
  await user.click(screen.getByRole('switch', { name: 'Hide my actions' }));
  expect(within(list).queryByText(/withdrew the closing/)).toBeNull();
});

it('groups entries of one member and one kind within half an hour, and none that say something different', () => {
  const mixed = [...uploads(3, 'DE-01'), ...uploads(3, 'FR-01'), ...uploads(3, 'DE-01')];
  const newest = [...mixed].reverse();
  expect(seriesOf(newest, (at) => at.slice(0, 10)).map(({ entries }) => entries.length)).toEqual([6, 3]);
  const words = ['2026-03-02T08:00:00Z', '2026-03-02T08:01:00Z', '2026-03-02T08:02:00Z'].map((at) =>
    entry('operation.word_given', 'DE-01', { word: 'go' }, {}, at),
  );
  expect(seriesOf(words.reverse(), () => '').map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
  const apart = ['08:00', '08:31', '09:02'].map((time) =>
    entry('file.received', 'DE-01', {}, {}, `2026-03-02T${time}:00Z`),
  );
  expect(seriesOf(apart.reverse(), () => '').map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
});

it('leaves out an optional part with an unknown value, and no sentence without its object', () => {
  const known = (names: string[]) => (name: string) => names.includes(name);
  const text = (parts: ReturnType<typeof partsOf>) =>
    parts?.map((part) => (typeof part === 'string' ? part : `<${part.name}>`)).join('');
  expect(text(partsOf('{actor} saw {exhibit}[ for {text_a}]', known(['actor', 'exhibit'])))).toBe(
    '<actor> saw <exhibit>',
  );
  expect(text(partsOf('{actor} saw {exhibit}[ for {text_a}]', known(['actor', 'exhibit', 'text_a'])))).toBe(
    '<actor> saw <exhibit> for <text_a>',
  );
  expect(partsOf('{actor} saw {exhibit}', known(['actor']))).toBeNull();
});

it('has a sentence and a title for every kind, with the same values in both languages', () => {
  const values = (sentence: string) => (sentence.match(/\{[^}]+\}/g) ?? []).sort();
  for (const kind of FACT_KINDS) {
    expect(en.sentence).toHaveProperty([kind]);
    expect(facts.entry).toHaveProperty([kind]);
  }
  for (const [kind, sentence] of Object.entries({ ...en.sentence, ...en.series })) {
    const other: Record<string, string> = { ...fr.sentence, ...fr.series };
    expect(values(other[kind] ?? ''), kind).toEqual(values(sentence));
  }
});

it('gives countries their French articles', () => {
  const said = (before: string, name: string) => withArticle(before, name) + name;
  expect(said('communiqué à ', 'Allemagne')).toBe('communiqué à l’Allemagne');
  expect(said('communiqué à ', 'Pays-Bas')).toBe('communiqué aux Pays-Bas');
  expect(said('les horaires de ', 'Portugal')).toBe('les horaires du Portugal');
  expect(said('communiqué à ', 'Eurojust')).toBe('communiqué à Eurojust');
  expect(said('', 'France')).toBe('La France');
  const named = ['the', 'The', 'le', 'à', 'de'].map((format) => inSentence('Pays-Bas', format));
  expect(named).toEqual(['Pays-Bas', 'Pays-Bas', 'les Pays-Bas', 'aux Pays-Bas', 'des Pays-Bas']);
  expect(inSentence('Netherlands (NL)', 'the')).toBe('the Netherlands (NL)');
  expect(inSentence('Netherlands', 'The')).toBe('The Netherlands');
  expect(inSentence('Germany', 'The')).toBe('Germany');
  expect(inSentence('NL', 'à')).toBe('à NL');
});
