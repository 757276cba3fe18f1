/** Hearings: the checklist grouped by who can give what is missing, the form, and the admissibility of an exhibit. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keys } from '@/api/queries';
import { groups } from '@/features/requests/hearing/checks';
import type { CheckView, HearingView } from '@/features/requests/hearing/queries';
import { touched } from '@/realtime/facts';
import { problem, type FakeApi } from '../support/api';
import { renderRoute } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

const HEARINGS = `${TEAM}/hearings`;
const check = (more: object) =>
  ({
    kind: 'consent',
    state: 'missing',
    rule: 'h1',
    source: 'Europol handling code H1',
    party: 'DE',
    seat: null,
    place: 'sharing',
    about: null,
    within: null,
    detail: null,
    due_at: null,
    ...more,
  }) as CheckView;
const CARD = {
  topic: 'disclosure',
  text: 'The complete file',
  source: 'Code of criminal procedure',
  verified: false,
  verified_on: null,
  stale: false,
  version: 2,
  decision: null,
  changed: true,
};
const hearing = (...checks: CheckView[]) =>
  ({
    id: 'hearing-1',
    title: 'Regiezitting Lantern',
    country: 'NL',
    court: 'Rechtbank Rotterdam',
    proceeding: null,
    held_at: '2036-03-14T08:30:00Z',
    zone: 'Europe/Amsterdam',
    court_language: null,
    exhibits: 1,
    updated_at: NOW,
    version: 1,
    erased: {},
    checklist: [{ evidence: 'exhibit-1', number: 'DE-1', title: 'Image of server R2', originator: 'DE', checks }],
    counts: { missing: 1, asked: 0, refused: 0, check: 1, met: 1 },
    parties: [{ party: 'DE', name: 'Germany', leaders: [{ seat: 'DE-01', name: 'Jonas Reinharz' }] }],
    card: [CARD],
    not_recorded: [{ about: 'country', record: 'NL', field: 'hearing_rules' }],
    may: { edit: true, decide: true },
  }) as HearingView;
const LINES = [
  check({ state: 'check', kind: 'translation', rule: 'other_country', source: null, party: 'NL', place: 'evidence' }),
  check({ state: 'met', kind: 'notice', rule: 'eio_interception', party: 'NL', place: 'request', about: 'request-1' }),
  check({}),
];
const at = (path: string, answer: (api: FakeApi) => void) =>
  renderRoute(`/jits/${JIT}/${path}`, (api) => {
    answerTeam(api, ['requests:read', 'request_contents:read', 'requests:work', 'evidence:read']);
    api.on('GET', '/api/countries', () => ({
      items: [{ code: 'NL', name: { en: 'Netherlands', fr: 'Pays-Bas' } }],
      next: null,
    }));
    api.on('GET', `${TEAM}/evidence`, () => ({ items: [], next: null, total: 0 }));
    answer(api);
  });

it('lines are grouped by who can give them, the own party first, without those that are done', () => {
  expect(groups(hearing(...LINES), 'NL').map(({ party, checks }) => [party, checks.map(({ kind }) => kind)])).toEqual([
    ['NL', ['translation']],
    ['DE', ['consent']],
  ]);
  expect(groups(hearing(check({ party: null }), check({})), 'DE').map(({ party }) => party)).toEqual(['DE', null]);
});

it('a hearing shows what is missing, its source and the leaders who can give it, with a link to the place', async () => {
  await at('hearings/hearing-1', (api) => api.on('GET', `${HEARINGS}/hearing-1`, () => hearing(...LINES)));
  const germany = await screen.findByRole('region', { name: 'Germany can give this' });
  expect(within(germany).getByText(/Jonas Reinharz \(DE-01\)/)).toBeTruthy();
  expect(within(germany).getByText(/Europol handling code H1 · unverified/)).toBeTruthy();
  expect(within(germany).getByText('Missing')).toBeTruthy();
  const link = within(germany).getByRole('link', { name: 'Open sharing' });
  expect(link.getAttribute('href')).toContain('/evidence/exhibit-1?tab=sharing');
  expect(screen.queryByText('Notification')).toBeNull();
});

it('a hearing shows the values of the country card, names those not recorded, and a leader decides', async () => {
  const decided = `${HEARINGS}/hearing-1/card-decision`;
  const { api, user } = await at('hearings/hearing-1', (fake) => {
    let now = hearing();
    fake.on('GET', `${HEARINGS}/hearing-1`, () => now);
    fake.on(
      'POST',
      decided,
      () => (now = { ...now, card: [{ ...CARD, decision: 'confirmed', changed: false }] } as HearingView),
    );
  });
  const region = within(await screen.findByRole('region', { name: 'From the country card' }));
  region.getByText('Changed since');
  region.getByText('The complete file');
  region.getByText(/^Not recorded: .*hearing/i);
  await user.click(region.getByRole('button', { name: 'Confirm: Disclosure' }));
  await region.findByText('Confirmed');
  expect(api.of('POST', decided)[0]?.body).toEqual({ topic: 'disclosure', decision: 'confirmed' });
});

it('a missing translation names the language of the exhibit, and the admissibility shows the same', async () => {
  const line = check({ kind: 'translation', rule: 'other_language', source: null, party: 'NL', detail: 'de' });
  await at('hearings/hearing-1', (api) =>
    api.on('GET', `${HEARINGS}/hearing-1`, () => ({ ...hearing(line), court_language: 'nl' })),
  );
  const own = await screen.findByRole('region', { name: /^Your party/ });
  expect(within(own).getByText(/No translation into a language of the court is recorded/).textContent).toMatch(
    /The exhibit is in:German$/,
  );
  expect(screen.getByText(/Rechtbank Rotterdam · Netherlands · Dutch/)).toBeTruthy();
});

it('an empty list says what will be listed, and the form names what is missing', async () => {
  const { api, user } = await at('hearings', (fake) => fake.on('GET', HEARINGS, () => ({ items: [], next: null })));
  expect(await screen.findByText(/Hearings are listed here with their checklists/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'New hearing' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Create hearing' }));
  expect(await within(dialog).findByText('Enter the court.')).toBeTruthy();
  expect(api.sent.some(({ method }) => method === 'POST')).toBe(false);
  // The creation was done and its answer lost; the hearing was deleted before it is sent again.
  api.on('POST', HEARINGS, () => problem(404, 'not-found'));
  for (const [name, text] of [
    [/^Name/, 'Regiezitting Lantern'],
    [/^Court/, 'Rechtbank Rotterdam'],
    [/^Date/, '2036-03-14 09:30'],
  ] as const) {
    await user.click(within(dialog).getByRole('textbox', { name }));
    await user.paste(text);
  }
  await user.click(within(dialog).getByRole('button', { name: 'Create hearing' }));
  await within(dialog).findByText(/^This hearing was created before and has been deleted since/);
});

it('facts about hearings, consents and assessments reload the checklist', () => {
  const fact = (kind: string) => ({ kind, subject: {} }) as never;
  for (const kind of ['hearing.changed', 'consent.granted', 'admissibility.assessed', 'request.paper_added'])
    expect(JSON.stringify(touched(JIT, fact(kind)))).toContain(JSON.stringify(keys.hearings(JIT)[1]));
});
