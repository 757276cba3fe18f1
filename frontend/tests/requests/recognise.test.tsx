/** From a pasted text to the form of a preservation request, the route adviser, the directory and allocation tables. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AllocationsTab } from '@/features/reference/allocations/AllocationsTab';
import { connectionOf, momentOf, timeOf } from '@/features/requests/form/connection';
import { itemOf, lineOf, linesOf, providerOf } from '@/features/requests/recognise/draft';
import type { RecognisedView } from '@/features/requests/recognise/queries';
import type { FakeApi } from '../support/api';
import { fill, renderPart, renderRoute } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

const words = (en: string, fr = en) => ({ en, fr });
const page = (...items: unknown[]) => ({ items, next: null });
const nothing = {
  value: null,
  source: null,
  quality: null,
  declared_on: null,
  others: [],
  verified_on: null,
  verified_by: null,
  verified_against: null,
  verified: false,
  stale: false,
};
const recorded = (value: unknown) => ({ ...nothing, value, source: 'Letter of the unit' });

const LINE = '2026-05-16T09:14:05+02:00 login from 203.0.113.70 port 51022';
const found = (more: object = {}) =>
  ({
    kind: 'ip',
    scheme: 'IPv4',
    value: '203.0.113.70',
    found: '203.0.113.70 port 51022',
    begins: LINE.indexOf('203'),
    ends: LINE.length,
    valid: null,
    port: 51022,
    port_until: null,
    protocol: null,
    zone_candidates: [],
    at: '2026-05-16T09:14:05+02:00',
    zone: '+02:00',
    warnings: [],
    provider: 'Reseller Example',
    provider_key: null,
    country: 'CA',
    proposed_by: { table: 'networks', entry: '203.0.113.64/26', source: 'Registry extract', imported_at: NOW },
    card_source: null,
    routes: [],
    rules_version: 1,
    ...more,
  }) as RecognisedView;
const route = (instrument: string, title: string, more: object = {}) => ({
  instrument,
  title: words(title),
  country: 'CA',
  requestable: true,
  authoriser: ['prosecutor'],
  validated_by: [],
  court_use: null,
  reasons: [{ code: 'in_force', ...words('It applies between the two States on this day') }],
  deadline: null,
  expected_days: null,
  records: 0,
  ...more,
});
const contact = {
  key: 'CA_24_7',
  role: 'contact_24_7',
  country: 'CA',
  unit: recorded('National operations centre'),
  powers: nothing,
  languages: recorded(['en', 'fr']),
  hours: nothing,
  zone: recorded('America/Toronto'),
  channels: nothing,
  last_test: null,
  version: 1,
  changed_at: null,
  unverified: 3,
  stale: false,
};

const at = (path: string, answer: (api: FakeApi) => void = () => undefined) =>
  renderRoute(`/jits/${JIT}/${path}`, (api) => {
    answerTeam(api, ['requests:read', 'request_contents:read', 'requests:work']);
    api.on('GET', '/api/countries', () =>
      page({ ...contact, code: 'CA', name: words('Canada'), zone: nothing, retention: nothing }),
    );
    api.on('GET', '/api/providers', () => page());
    api.on('GET', '/api/directory', () => page(contact));
    api.on('GET', '/api/instruments', () =>
      page({
        key: 'BUDAPEST_29',
        title: words('Preservation request'),
        family: 'preservation',
        legal_basis: recorded(words('Budapest Convention, Article 29')),
      }),
    );
    answer(api);
  });

it('a log line opens the form with instrument, country, contact and item', async () => {
  const shown = await at('identifiers', (api) => {
    api.on('POST', `${TEAM}/identifiers`, () => [
      found(),
      found({ kind: 'email', value: 'a@b.example', begins: 0, country: null, proposed_by: null, at: null, port: null }),
    ]);
    api.on('POST', `${TEAM}/routes`, () => ({
      routes: [route('MLA_LOR', 'Letter of request'), route('BUDAPEST_29', 'Preservation request')],
      excluded: [],
    }));
  });
  const { api, user } = shown;
  await fill(shown, await screen.findByLabelText('Pasted text'), LINE);
  await user.click(screen.getByRole('button', { name: 'Recognise identifiers' }));
  const list = within(await screen.findByRole('list', { name: 'Identifiers' }));
  list.getByText('No provider proposed. Choose the country below.');
  expect(screen.queryByRole('button', { name: 'Draft preservation request' })).toBeNull();
  await user.click(list.getByRole('checkbox', { name: 'Choose 203.0.113.70' }));
  await screen.findByText('National operations centre');
  screen.getByText(/^\d\d:\d\d in Toronto now$/);
  const draft = screen.getByRole('button', { name: 'Draft preservation request' });
  await waitFor(() => expect(draft.hasAttribute('disabled')).toBe(false));
  expect(screen.queryByRole('radio', { name: /Letter of request/ })).toBeNull();
  await user.click(draft);
  await screen.findByRole('button', { name: 'Create draft' });
  const value = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name).value;
  expect(value('Title')).toBe('Preservation request: traffic data of 203.0.113.70');
  expect(value('Authority or provider')).toBe('National operations centre');
  expect(value(/^Identifier/)).toBe('203.0.113.70');
  expect(value('Facts')).toBe(LINE);
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'To country' }).value).toBe('Canada');
  api.on('POST', `${TEAM}/requests`, () => new Response('{}', { status: 500 }));
  await user.click(screen.getByRole('button', { name: 'Create draft' }));
  await waitFor(() => expect(api.of('POST', `${TEAM}/requests`)).toHaveLength(1));
  expect(api.of('POST', `${TEAM}/requests`)[0]?.body).toMatchObject({
    instrument: 'BUDAPEST_29',
    to: { country: 'CA', authority: 'National operations centre' },
    legal_basis: 'Budapest Convention, Article 29',
    items: [
      {
        data_category: 'TRAFFIC',
        identifier_kind: 'ip',
        identifier: '203.0.113.70',
        description: 'Provider: Reseller Example',
        port: 51022,
        at: '2026-05-16T09:14:05+02:00',
        zone: '+02:00',
        source_line: LINE,
        from: null,
        until: null,
      },
    ],
  });
});

it('a time stays unset until a zone is chosen, keeps its digits, and lines are cut by code points', () => {
  const beside = { country: 'CA', provider: (name: string) => name };
  const line = '2026-11-01 01:30:00.51 CST 203.0.113.70:20480-20991';
  const candidates = [
    { zone: 'America/Chicago', at: '2026-11-01T01:30:00.510000-05:00' },
    { zone: 'America/Chicago', at: '2026-11-01T01:30:00.510000-06:00' },
  ];
  const unclear = found({
    zone: null,
    at: '2026-11-01T01:30:00.510000',
    port_until: 51030,
    zone_candidates: candidates,
  });
  const item = itemOf(unclear, 'TRAFFIC', line, beside);
  expect(item).toMatchObject({ clock: '2026-11-01T01:30:00.51', zone: '', port_until: '51030', source_line: line });
  expect(connectionOf(item, 'ip')).toMatchObject({ at: null, zone: null, port: 51022, port_until: 51030 });
  const chosen = timeOf(item.candidates[1]?.at ?? null, 'America/Chicago');
  expect(connectionOf({ ...item, ...chosen }, 'ip')).toMatchObject({
    at: '2026-11-01T01:30:00.51-06:00',
    zone: 'America/Chicago',
  });
  const typed = { ...item, candidates: [], clock: '2026-11-30T19:14:07.5' };
  expect(momentOf({ ...typed, zone: 'Europe/Amsterdam' })).toBe('2026-11-30T19:14:07.5+01:00');
  expect(momentOf({ ...typed, zone: 'UTC+5:30' })).toBe('2026-11-30T19:14:07.5+05:30');
  expect(momentOf({ ...typed, zone: 'Z' })).toBe('2026-11-30T19:14:07.5Z');
  expect(momentOf({ ...typed, zone: 'Mars' })).toBeNull();
  expect(itemOf(found(), 'TRAFFIC', line, { ...beside, country: 'US' }).description).toBe('');
  expect(providerOf([found()], 'US')).toBeNull();
  const text = '😀 first\n😀 203.0.113.70 \tsecond\r\nthird';
  expect(linesOf(text, [found({ begins: 10, ends: 22 })])).toBe('😀 203.0.113.70 \tsecond');
  expect(lineOf(text, found({ begins: 10, ends: 22 }))).toBe('😀 203.0.113.70 \tsecond');
});

it('the route adviser ranks routes with reasons and starts a request with the instrument', async () => {
  const { api, user } = await at('routes', (fake) =>
    fake.on('POST', `${TEAM}/routes`, () => ({
      routes: [
        route('BUDAPEST_29', 'Preservation request', { expected_days: 2.5, records: 3 }),
        route('JIT_MEASURE', 'Domestic measure', { requestable: false }),
      ],
      excluded: [
        { instrument: 'EPOC', title: words('Production order'), reason: { code: 'x', ...words('Not in force') } },
      ],
    })),
  );
  await user.click(await screen.findByRole('button', { name: 'Show routes' }));
  await screen.findByText('Choose a country.');
  await user.click(screen.getByRole('combobox', { name: 'Country of the provider or authority' }));
  await user.click(await screen.findByRole('option', { name: 'Canada', hidden: true }));
  await user.click(screen.getByRole('button', { name: 'Show routes' }));
  await screen.findByText('3 days (from 3 requests of your party)');
  screen.getByText('No record');
  screen.getByText('Not in force');
  expect(api.of('POST', `${TEAM}/routes`)[0]?.body).toMatchObject({ data_category: 'SUBSCRIBER', country: 'CA' });
  await user.click(screen.getByRole('button', { name: 'Start request' }));
  await screen.findByRole('button', { name: 'Create draft' });
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Instrument' }).value).toBe('Preservation request');
});

it('the directory shows the local hour, marks unverified values and shows empty ones as empty', async () => {
  const { user } = await at('directory');
  await screen.findByText('National operations centre');
  screen.getByText('Unverified'); // one mark for the contact, none for each value
  screen.getByText('No test call is recorded.');
  await user.click(screen.getByRole('radio', { name: 'Country cards' }));
  await user.click(await screen.findByText('Canada'));
  expect(screen.getAllByText('Not recorded').length).toBeGreaterThan(0);
});

it('a table with faults is not imported, and a good one replaces the table', async () => {
  const admin = '/api/administration/allocations';
  const { api, user } = await renderPart(<AllocationsTab />, (fake) => fake.on('GET', admin, () => page()));
  api.on('POST', `${admin}/networks/preview`, ({ body }) =>
    String(body).includes('Germany')
      ? { row_count: 0, fault_count: 1, faults: [{ line: 2, column: 'country', reason: 'Write two capitals.' }] }
      : { row_count: 1, fault_count: 0, faults: [] },
  );
  api.on('POST', `${admin}/networks/imports`, () => ({ version: 1 }));
  await user.click(await screen.findByRole('button', { name: 'Import table: Networks' }));
  const dialog = within(await screen.findByRole('dialog'));
  const choose = (text: string) =>
    user.upload(
      document.querySelector<HTMLInputElement>('input[type=file]')!,
      new File([text], 'a.csv', { type: 'text/csv' }),
    );
  await choose('network,country,provider\n192.0.2.0/24,Germany,x\n');
  await dialog.findByText(/Line 2, country/);
  await user.type(dialog.getByLabelText(/^Source/), 'Extract');
  expect(dialog.getByRole('button', { name: 'Replace table' }).hasAttribute('disabled')).toBe(true);
  await choose('network,country,provider\n192.0.2.0/24,DE,x\n');
  await dialog.findByText('The file has 1 row and no fault.');
  await user.click(dialog.getByRole('button', { name: 'Replace table' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = api.of('POST', `${admin}/networks/imports`);
  expect(sent?.query.get('source')).toBe('Extract');
  expect(sent?.headers.get('Content-Type')).toBe('text/csv');
});
