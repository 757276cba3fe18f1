/** Reference data in the administration: values with their sources, edits, files, and the directory. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ReferenceTab } from '@/features/reference/administration/ReferenceTab';
import { freeKey } from '@/features/reference/administration/ContactDialog';
import type { FakeApi } from '../support/api';
import { renderPart } from '../support/screen';

const ADMIN = '/api/administration/reference';
const nothing = {
  value: null,
  source: null,
  quality: null,
  declared_on: null,
  others: [],
  verified_on: null,
  verified_by: null,
  verified: false,
  stale: false,
};
const recorded = (value: unknown, source: string) => ({ ...nothing, value, source });
const state = { version: 3, changed_at: null, unverified: 1, stale: false };
const rule = {
  key: 'EPOC_STD',
  title: { en: 'Transmit the data', fr: 'Transmettre les données' },
  begins_at: 'received',
  actor: 'provider',
  duration: 'P10D',
  basis: 'calendar',
  minimum: false,
  extension: null,
  rolls: true,
  before: false,
  urgent: false,
  countries: [],
  data_categories: [],
};
const marks = {
  quality: 'secondary',
  declared_on: '2023-07-12',
  others: [{ value: { ...rule, duration: 'P20D', actor: 'executing' }, source: 'A report' }],
};
const instrument = {
  ...state,
  key: 'EPOC',
  title: { en: 'European Production Order', fr: 'Injonction européenne de production' },
  kind: 'provider',
  family: 'provider_order',
  forms: [],
  legal_basis: recorded({ en: 'Regulation (EU) 2023/1543', fr: 'Règlement (UE) 2023/1543' }, 'Official Journal'),
  deadlines: [{ ...recorded(rule, 'Art. 10(2)'), ...marks }],
  issuers: [],
  coverage: {},
  court_use: nothing,
  in_force: nothing,
};
const card = (code: string, en: string, more: object = {}) => ({
  ...state,
  code,
  name: { en, fr: en },
  zone: recorded('Europe/Amsterdam', 'IANA'),
  retention: nothing,
  ...more,
});
const page = (...items: object[]) => ({ items, next: null });

function answer(api: FakeApi) {
  api.on('GET', '/api/instruments', () => page(instrument));
  api.on('GET', '/api/countries', () => page(card('NL', 'Netherlands', { stale: true }), card('DE', 'Germany')));
  api.on('GET', '/api/directory', () => page());
  for (const place of ['instruments/EPOC', 'countries/NL']) api.on('GET', `${ADMIN}/${place}/changes`, () => page());
}

it('a deadline is read in words, with its source and the mark that nobody verified it', async () => {
  const { user } = await renderPart(<ReferenceTab />, answer);
  await user.click(await screen.findByRole('button', { name: /European Production Order/ }));
  const term = await screen.findByText('Deadline: Transmit the data');
  const value = within(term.parentElement as HTMLElement);
  value.getByText('10 calendar days from: receipt');
  value.getByText('To act: provider');
  value.getByText('Source: Art. 10(2)');
  value.getByText('Unverified');
  value.getByText('Secondary source');
  value.getByText('Another source says');
  value.getByText('20 calendar days from: receipt');
});

it('a stale card warns, an unknown value is shown as not recorded, and an edit needs a source', async () => {
  const { api, user } = await renderPart(<ReferenceTab />, (fake) => {
    answer(fake);
    fake.on('PUT', `${ADMIN}/countries/NL/value`, () => card('NL', 'Netherlands'));
  });
  await user.click(await screen.findByRole('radio', { name: 'Country cards' }));
  await user.type(await screen.findByLabelText('Search reference data'), 'nether');
  await waitFor(() => expect(screen.queryByRole('button', { name: /Germany/ })).toBeNull());
  await user.click(screen.getByRole('button', { name: /Netherlands.*Verified more than a year ago/ }));
  await screen.findByText(/last test call is more than a year old/);
  const term = screen.getByText('Data retention');
  within(term.parentElement as HTMLElement).getByText('Not recorded');
  await user.click(screen.getByRole('button', { name: 'Actions for Data retention' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit value', hidden: true }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Data retention'), 'Six months');
  await user.click(dialog.getByRole('button', { name: 'Save value' }));
  await dialog.findByText('Enter the source.');
  expect(api.of('PUT', `${ADMIN}/countries/NL/value`)).toEqual([]);
  await user.type(dialog.getByLabelText('Source'), 'Letter of the ministry');
  await user.click(dialog.getByRole('button', { name: 'Save value' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = api.of('PUT', `${ADMIN}/countries/NL/value`);
  expect(sent?.body).toEqual({
    field: 'retention',
    value: 'Six months',
    source: 'Letter of the ministry',
    quality: null,
    declared_on: null,
  });
});

it('a party of a treaty is read with its dates and reservation, and a code with its meaning', async () => {
  const record = { ...state, stale: false, title: { en: 'Convention', fr: 'Convention' } };
  const stated = {
    country: 'CI',
    signed_on: null,
    ratified_on: null,
    in_force_on: '2024-11-01',
    reservation: 'Art. 29',
  };
  const red = { code: 'TLP:RED', meaning: { en: 'For named recipients only', fr: 'Destinataires désignés seulement' } };
  const { user } = await renderPart(<ReferenceTab />, (fake) => {
    answer(fake);
    fake.on('GET', '/api/treaties', () =>
      page({ ...record, key: 'BUDAPEST', bilateral: false, parties: [recorded(stated, 'Treaty database')] }),
    );
    fake.on('GET', '/api/codes', () => page({ ...record, key: 'TLP', codes: [recorded(red, 'FIRST, TLP 2.0')] }));
    for (const place of ['treaties/BUDAPEST', 'codes/TLP']) fake.on('GET', `${ADMIN}/${place}/changes`, () => page());
  });
  for (const [list, seen] of [
    [
      'Treaties',
      ['Party: Côte d’Ivoire', 'In force from 2024-11-01', 'Reservation: Art. 29', 'Source: Treaty database'],
    ],
    ['Codes', ['Code: TLP:RED', 'For named recipients only', 'Source: FIRST, TLP 2.0']],
  ] as const) {
    await user.click(await screen.findByRole('radio', { name: list }));
    await user.click(await screen.findByRole('button', { name: /^Convention/ }));
    for (const text of seen) await screen.findByText(text);
    await user.click(screen.getByRole('button', { name: `Back to: ${list}` }));
  }
});

it('files are compared value by value before they are imported, and a file that is no JSON is not sent', async () => {
  const difference = (field: string, isProtected: boolean) => ({
    name: `countries/NL/${field}`,
    field,
    change: 'changed',
    former: null,
    value: null,
    protected: isProtected,
  });
  const differences = [difference('zone', false), difference('retention', true)];
  const record = { kind: 'countries', key: 'NL', state: 'changed', differences };
  const { api, user } = await renderPart(<ReferenceTab />, (fake) => {
    answer(fake);
    const preview = { digest: 'seen', records: [record], missing: [], unchanged: 1 };
    fake.on('POST', `${ADMIN}/imports/preview`, () => preview);
    fake.on('POST', `${ADMIN}/imports`, () => ({ added: 0, changed: 1, kept: 1 }));
  });
  await user.click(await screen.findByRole('button', { name: 'Import files' }));
  const dialog = await screen.findByRole('dialog');
  const choose = (text: string) =>
    user.upload(dialog.querySelector('input[type=file]') as HTMLInputElement, new File([text], 'cards.json'));
  await choose('not JSON');
  await within(dialog).findByText(/cards.json is not valid JSON/);
  expect(api.of('POST', `${ADMIN}/imports/preview`)).toEqual([]);
  const file = { format: 1, kind: 'countries', entries: [] };
  await choose(JSON.stringify(file));
  expect(await within(dialog).findByRole('checkbox', { name: /Time zone/ })).toHaveProperty('checked', true);
  expect(within(dialog).getByRole('checkbox', { name: /Verified or tested here/ })).toHaveProperty('checked', false);
  await user.click(within(dialog).getByRole('button', { name: 'Import 1 change' }));
  await screen.findByRole('button', { name: /Germany/ });
  expect(api.of('POST', `${ADMIN}/imports`).map(({ body }) => body)).toEqual([
    { pack: { countries: file }, digest: 'seen', keep: ['countries/NL/retention'], replace: [] },
  ]);
});

it('an empty directory says how to begin', async () => {
  const { user } = await renderPart(<ReferenceTab />, answer);
  await user.click(await screen.findByRole('radio', { name: 'Directory' }));
  await screen.findByText('No contacts yet');
});

it('a contact gets a key that is free', () => {
  expect(freeKey('NL', 'spoc', new Set(['NL_SPOC', 'NL_SPOC_2']))).toBe('NL_SPOC_3');
});
