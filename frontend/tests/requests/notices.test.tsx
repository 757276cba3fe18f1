/** INTERPOL notices: open points, answers in order, the form by colour, and the import with its preview. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keys } from '@/api/queries';
import { touched } from '@/realtime/facts';
import { changesOf, contentOf, needsOf, valuesOf } from '@/features/requests/notices/draft';
import type { NoticeView } from '@/features/requests/notices/queries';
import { SECTIONS } from '@/features/requests/notices/state';
import { problem, type FakeApi } from '../support/api';
import { fill, renderRoute } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

const NOTICES = `${TEAM}/notices`;
const words = (en: string, fr = en) => ({ en, fr });
const step = (to: string, more: object = {}) => ({ to, needs_reason: false, needs_ground: false, ...more });
const question = (section: string, key: string, title: string, more: object = {}) => ({
  section,
  section_title: words(section === 'neutrality' ? 'Neutrality self-check' : 'Checks by the requester'),
  question: `${section}.${key}`,
  title: words(title),
  answer: null,
  reason: null,
  seat: null,
  answered_at: null,
  outdated: false,
  open: 'unanswered',
  ...more,
});
const empty = Object.fromEntries(
  Object.values(SECTIONS)
    .flat()
    .map(({ name, type }) => [name, ['names', 'countries', 'languages', 'choices'].includes(type) ? [] : null]),
);
const notice = (more: object = {}) =>
  ({
    id: 'notice-1',
    number: 'NL-NO-4T7KD',
    party: 'NL',
    kind: 'GREEN',
    is_diffusion: false,
    state: 'draft',
    since_at: NOW,
    created_at: NOW,
    level: 'own',
    content: { ...empty, family_name: 'Example', forenames: 'Alex', updated_at: NOW, version: 3, erased: {} },
    missing: [{ section: 'case', field: 'assessment', title: words('Assessment of the threat'), why: 'missing' }],
    questions: [
      question('compliance', 'quality', 'Data quality'),
      question('neutrality', 'purely', 'Purely political'),
    ],
    hits: [],
    challenges: [],
    exhibits: [],
    warrant: null,
    releases: [],
    waiting_releases: [],
    review_pending: false,
    moves: [step('checked'), step('withdrawn', { needs_reason: true })],
    retention: null,
    may: { work: true, edit: true, record_hit: false, release: true },
    ...more,
  }) as unknown as NoticeView;
const page = (...items: unknown[]) => ({ items, next: null });

const at = (path: string, answer: (api: FakeApi) => void) =>
  renderRoute(`/jits/${JIT}/${path}`, (api) => {
    answerTeam(api, ['requests:read', 'requests:work', 'requests:release', 'evidence:read']);
    api.on('GET', `${NOTICES}/notice-1/moves`, () => page());
    answer(api);
  });

it('the list asks for open notices and shows how many points are open', async () => {
  const { api } = await at('notices', (fake) => fake.on('GET', NOTICES, () => page(notice())));
  expect(await screen.findByRole('link', { name: 'Example, Alex' })).toBeTruthy();
  expect(screen.getByText('3 open points')).toBeTruthy();
  expect(api.sent.find(({ path }) => path === NOTICES)?.query.get('open')).toBe('true');
});

it('neutrality is answered once no field is missing, and an open notice names its points', async () => {
  const { user } = await at('notices/notice-1', (fake) => {
    fake.on('GET', `${NOTICES}/notice-1`, () => notice());
    fake.on('POST', `${NOTICES}/notice-1/moves`, () =>
      problem(409, 'notice-open', { detail: 'The checks are not complete.' }),
    );
  });
  const section = await screen.findByRole('region', { name: 'Neutrality self-check' });
  expect(within(section).queryByRole('button')).toBeNull();
  expect(within(section).getByText(/Settle the points under Completeness first/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Answer: Data quality' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Complete checks' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Complete checks' }));
  expect(await within(dialog).findByText('Assessment of the threat – missing')).toBeTruthy();
  expect(within(dialog).getByText('Data quality – Not answered')).toBeTruthy();
});

it('an answer is sent with its reason, and unclear says that legal review is needed', async () => {
  const shown = await at('notices/notice-1', (fake) => {
    fake.on('GET', `${NOTICES}/notice-1`, () => notice({ missing: [] }));
    fake.on('POST', `${NOTICES}/notice-1/checks`, () => notice({ missing: [] }));
  });
  const { api, user } = shown;
  await user.click(await screen.findByRole('button', { name: 'Answer: Purely political' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'Unclear' }));
  expect(within(dialog).getByText(/until the legal review/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Save answer' }));
  expect(within(dialog).getByText('Enter the reason.')).toBeTruthy();
  await fill(shown, within(dialog).getByLabelText(/Reason/), 'The union is banned');
  await user.click(within(dialog).getByRole('button', { name: 'Save answer' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(api.sent.find(({ method }) => method === 'POST')?.body).toEqual({
    question: 'neutrality.purely',
    answer: 'unclear',
    reason: 'The union is banned',
  });
});

it('the form has the fields of its colour and sends only what was changed', () => {
  const values = { ...valuesOf(null), charge: 'Fraud', languages: ['NL'], is_public: 'no', purpose: '  ' };
  expect(contentOf(values, 'GREEN', false)).not.toHaveProperty('charge');
  const red = contentOf(values, 'RED', false);
  expect(red).toMatchObject({ charge: 'Fraud', languages: ['nl'], is_public: false, purpose: null });
  expect(red).not.toHaveProperty('diffusion_aim');
  const before = valuesOf(notice().content);
  const changed = { ...before, facts: 'Sold data', review_on: '2029-05-16' };
  expect(changesOf(changed, before, 'GREEN', false, true)).toEqual({ facts: 'Sold data', review_on: '2029-05-16' });
  expect(changesOf(changed, before, 'GREEN', false, false)).toEqual({ review_on: '2029-05-16' });
});

it('a number is sent as a number, and an alias as one of a list', () => {
  const values = { ...valuesOf(null), max_penalty_years: '0', sentence_months: ' ', aliases: ['Lamp'] };
  expect(contentOf(values, 'RED', false)).toMatchObject({
    max_penalty_years: 0,
    sentence_months: null,
    aliases: ['Lamp'],
  });
  expect(valuesOf({ ...notice().content, max_penalty_years: 0 })['max_penalty_years']).toBe('0');
  expect(contentOf(values, 'BLUE', false)).not.toHaveProperty('max_penalty_years');
});

it('the server is asked what is needed without the texts, and with what is linked', () => {
  const values = { ...valuesOf(null), family_name: 'Example', birth_date: '19', threat_from: ['object'], place: ' ' };
  const exhibits = [{ kind: 'photograph' }, { kind: 'photograph' }];
  const asked = needsOf(values, 'ORANGE', false, notice({ exhibits, warrant: { number: 'NL-1' } }));
  expect(asked).toMatchObject({ kind: 'ORANGE', family_name: 'x', birth_date: '2000', place: null, aliases: [] });
  expect(asked).toMatchObject({ threat_from: ['object'], exhibits: ['photograph'], has_warrant: true });
});

it('the form marks the fields that the server needs', async () => {
  const marked = (label: string) => within(screen.getByText(label).closest('label') as HTMLElement).queryByText('*');
  const { api, user } = await at('notices/notice-1/edit', (fake) => {
    fake.on('GET', `${NOTICES}/notice-1`, () => notice({ exhibits: [{ kind: 'photograph', evidence: 'e' }] }));
    fake.on('POST', `${NOTICES}/needs`, ({ body }) => ({
      needed: (body as { parents: unknown }).parents === null ? ['family_name', 'facts'] : ['facts'],
    }));
  });
  await waitFor(() => expect(marked('Family name or entity')).toBeTruthy());
  expect(marked('Parents')).toBeNull();
  await user.type(screen.getByLabelText('Parents'), 'R');
  await waitFor(() => expect(marked('Family name or entity')).toBeNull());
  expect(marked('Facts with time, place and own conduct')).toBeTruthy();
  const asked = api.sent.filter(({ path }) => path === `${NOTICES}/needs`);
  expect(asked.at(-1)?.body).toMatchObject({ parents: 'x', exhibits: ['photograph'] });
});

it('a condition that is not met stands in the completeness check with its sentence', async () => {
  const below = {
    section: 'case',
    field: 'max_penalty_years',
    title: words('No penalty is high enough.'),
    why: 'negative',
  };
  await at('notices/notice-1', (fake) => fake.on('GET', `${NOTICES}/notice-1`, () => notice({ missing: [below] })));
  const panel = await screen.findByRole('region', { name: 'Completeness' });
  expect(within(panel).getByText('No penalty is high enough.')).toBeTruthy();
  expect(within(panel).getByText('condition not met')).toBeTruthy();
});

it('a challenge shows what is expected next, and warns of an overdue answer', async () => {
  const expected = [
    { step: 'answer', due_on: '2020-01-10', article: '34' },
    { step: 'decision', due_on: '2199-01-10', article: '40' },
  ];
  const challenged = {
    id: 'challenge-1',
    kind: 'deletion',
    received_on: '2019-12-01',
    admissible_on: '2019-12-20',
    questions_due_on: '2020-01-10',
    questions_answered_on: null,
    is_blocked: false,
    decided_on: null,
    decision: null,
    remedy: null,
    recorded_at: NOW,
    seat: 'NL-01',
    version: 1,
    expected,
  };
  await at('notices/notice-1', (fake) =>
    fake.on('GET', `${NOTICES}/notice-1`, () => notice({ state: 'published', challenges: [challenged] })),
  );
  const panel = await screen.findByRole('region', { name: 'Challenges (CCF)' });
  expect(within(panel).getByText(/Answer by your party due/).textContent).toContain('Art. 34');
  expect(within(panel).getAllByText('Overdue')).toHaveLength(1);
  expect(within(panel).getByText(/Decision expected by/).textContent).toContain('Art. 40, unverified');
});

it('a file is previewed before its notices are drafted', async () => {
  const { api, user } = await at('notices/import', (fake) => {
    fake.on('POST', `${NOTICES}/imports/preview`, () => ({
      notices: [
        {
          source: 'interpol',
          kind: null,
          family_name: 'EXAMPLE',
          forenames: 'ALEX',
          aliases: ['LAMP'],
          parents: null,
          birth_date: '1985-03-12',
          nationalities: ['NL'],
          interpol_reference: '2026/1',
          charge: null,
          description: null,
          unread: ['weapons'],
          pictures: 2,
        },
      ],
    }));
    fake.on('POST', `${NOTICES}/imports`, () => ({ notices: [notice()] }));
    fake.on('GET', `${NOTICES}/notice-1`, () => notice());
  });
  expect(await screen.findByText(/fetches nothing and sends nothing/)).toBeTruthy();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  await user.upload(
    input as HTMLInputElement,
    new File(['{"name":"EXAMPLE"}'], 'red.json', { type: 'application/json' }),
  );
  expect(await screen.findByText('Not taken over: weapons')).toBeTruthy();
  expect(screen.getByText(/2 pictures are not taken over/)).toBeTruthy();
  const create = screen.getByRole('button', { name: 'Create 1 draft' });
  expect((create as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByRole('combobox', { name: /Colour of notices/ }));
  await user.click(await screen.findByRole('option', { name: 'Red Notice: wanted person', hidden: true }));
  await user.click(create);
  expect(await screen.findByRole('heading', { name: 'Example, Alex' })).toBeTruthy();
  expect(api.sent.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({
    document: '{"name":"EXAMPLE"}',
    kind: 'RED',
    take: [0],
  });
});

it('a fact about a notice reloads notices, and so does one about a request', () => {
  const fact = (kind: string) => ({ position: 1, kind, subject: {}, seat: 'NL-01', party: 'NL', at: NOW });
  for (const kind of ['notice.check_answered', 'request.moved'])
    expect(touched(JIT, fact(kind))).toEqual(expect.arrayContaining(keys.interpolNotices(JIT)));
});

it('a refused notice names the ground and the reason before everything else', async () => {
  await at('notices/notice-1', (fake) => {
    fake.on('GET', `${NOTICES}/notice-1`, () => notice({ state: 'refused', missing: [], questions: [] }));
    fake.on('GET', `${NOTICES}/notice-1/moves`, () =>
      page({
        id: 'move-1',
        former: 'under_review',
        state: 'refused',
        ground: 'incomplete',
        reason: 'The copy of the warrant is not legible.',
        seat: 'seat-1',
        occurred_at: NOW,
        recorded_at: NOW,
      }),
    );
  });
  const refusal = await screen.findByRole('alert');
  expect(refusal.textContent).toBe('Refused: IncompleteThe copy of the warrant is not legible.');
});
