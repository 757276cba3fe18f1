/** The form of a legal request: conditions, what is saved, sections on the screen, and refusals beside their fields. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { editable, holds, isNeeded, isShown, toSave } from '@/features/requests/forms/values';
import type { FormFieldView } from '@/features/requests/forms/queries';
import { problem } from '../support/api';
import { renderRoute } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

const field = (key: string, type: string, more: object = {}) =>
  ({
    key,
    title: key,
    type,
    is_list: false,
    need: 'optional',
    when: null,
    options: [],
    fields: [],
    source: null,
    is_verified: false,
    ...more,
  }) as FormFieldView;
const when = (test: string, more: object = {}) =>
  ({ test, field: null, value: null, parts: [], ...more }) as NonNullable<FormFieldView['when']>;

const FIELDS = [
  field('Reference', 'text', { need: 'required' }),
  field('Status', 'choice', { options: [{ key: 'new', title: 'New' }] }),
  field('Earlier', 'text', { need: 'conditional', when: when('is', { field: 'a.Status', value: 'extension' }) }),
  field('Authority', 'group', { fields: [field('Name', 'text'), field('Telephone', 'text')] }),
  field('Identifiers', 'group', { is_list: true, fields: [field('Value', 'text')] }),
];

it('conditions are read from the form, and from the same entry of a list', () => {
  const values = { a: { Status: 'extension', urgent: false, kinds: ['x'] } };
  const is = when('is', { field: 'a.Status', value: 'extension' });
  const item = { kind: 'ip' };
  expect(holds(is, values, {})).toBe(true);
  expect(holds(when('is', { field: 'a.urgent', value: 'no' }), values, {})).toBe(true);
  expect(holds(when('has', { field: 'a.kinds', value: 'x' }), values, {})).toBe(true);
  expect(holds(when('is', { field: '.kind', value: 'ip' }), values, item)).toBe(true);
  expect(holds(when('none', { parts: [is] }), values, {})).toBe(false);
  const earlier = FIELDS[2] as FormFieldView;
  expect([isShown(earlier, values, {}), isShown(earlier, { a: {} }, {})]).toEqual([true, false]);
  expect(isShown(earlier, { a: {} }, { Earlier: 'T-1' })).toBe(true);
  const advised = { ...earlier, need: 'advised' } as FormFieldView;
  expect([isShown(advised, values, {}), isShown(advised, { a: {} }, {})]).toEqual([true, false]);
  expect([isNeeded(earlier, values, {}), isNeeded(advised, values, {})]).toEqual([true, false]);
});

it('values of the case are not saved, emptied ones are saved as null, and others as they are', () => {
  const values = { Reference: 'ROT-1', Authority: { Name: 'OM' }, Identifiers: [{ Value: 'x' }] };
  const before = editable(FIELDS, values);
  const prefilled = new Set(['a.Reference', 'a.Authority.Name', 'a.Identifiers']);
  const save = (now: object, saved: unknown = {}) =>
    toSave(FIELDS, 'a', { before, now: { ...before, ...now }, saved, prefilled });
  expect(save({})).toEqual({});
  expect(save({ Reference: '', Status: 'new' })).toEqual({ Reference: null, Status: 'new' });
  expect(save({ Authority: { Name: 'OM', Telephone: '1' } })).toEqual({ Authority: { Telephone: '1' } });
  expect(save({ Identifiers: [] })).toEqual({ Identifiers: null });
  expect(save({}, { Earlier: null, Status: 'new' })).toEqual({ Earlier: null, Status: 'new' });
});

const view = (more: object = {}) => ({
  key: 'tcy_preservation',
  title: 'Data preservation request',
  form_version: '2018-07-09',
  source: 'T-CY(2018)11',
  forms: [{ key: 'tcy_preservation', title: 'Data preservation request' }],
  sections: [{ key: 'a', title: 'Request', is_internal: false, fields: FIELDS, missing: 1 }],
  values: { a: { Authority: { Name: 'OM' } } },
  saved: { b: { kept: true } },
  prefilled: ['a.Authority.Name'],
  proposed: {},
  missing: [],
  advised: [],
  broken: [],
  country: 'DE',
  not_recorded: [],
  checks: [
    {
      key: 'language',
      result: 'refused',
      text: null,
      condition: null,
      languages: [],
      source: 'EIO-LAPD',
      verified_on: null,
      stale: false,
    },
    {
      key: 'validation',
      result: 'no_information',
      text: null,
      condition: null,
      languages: [],
      source: null,
      verified_on: null,
      stale: false,
    },
  ],
  version: 3,
  updated_at: NOW,
  updated_by: 'NL-01',
  may_edit: true,
  follow_up: null,
  sent_at: null,
  goes_to_provider: false,
  ...more,
});
const request = {
  id: 'request-1',
  number: 'NL-RQ-4T7KD',
  party: 'NL',
  direction: 'out',
  state: 'DRAFT',
  level: 'own',
  releases: [],
  waiting_releases: [],
};

it('a section is saved by itself with the version, and a refusal stands beside its field', async () => {
  const path = `${TEAM}/requests/request-1/form`;
  const { api, user } = await renderRoute(`/jits/${JIT}/requests/request-1/form`, (fake) => {
    answerTeam(fake, ['requests:read', 'request_contents:read', 'requests:work']);
    fake.on('GET', '/api/countries', () => ({ items: [], next: null }));
    fake.on('GET', `${TEAM}/requests/request-1`, () => request);
    fake.on('GET', path, () => view());
    fake.on('PUT', path, () =>
      problem(422, 'form-values', {
        faults: [{ section: 'a', path: 'a.Reference', reason: { en: 'Enter a text.', fr: 'Saisissez un texte.' } }],
      }),
    );
  });
  await screen.findByText('1 missing value');
  screen.getByRole('textbox', { name: 'Name', description: 'From the case.' });
  expect(screen.queryByRole('textbox', { name: 'Earlier' })).toBeNull();
  screen.getByText('Language refused');
  screen.getByText('Unverified');
  screen.getByText('No information');
  const pdf = screen.getByRole('link', { name: 'Download PDF' });
  expect(pdf.getAttribute('href')).toBe(`${path}.pdf?language=en`);
  await user.type(screen.getByRole('textbox', { name: /Reference/ }), 'ROT-2');
  await user.click(screen.getByRole('button', { name: 'Add entry to Identifiers' }));
  await user.type(within(screen.getByRole('group', { name: 'Identifiers 1' })).getByRole('textbox'), '203.0.113.7');
  await user.click(screen.getByRole('button', { name: 'Save section' }));
  await screen.findByText('Enter a text.');
  const [sent] = api.of('PUT', path);
  expect(sent?.headers.get('If-Match')).toBe('"3"');
  expect(sent?.body).toEqual({
    form: 'tcy_preservation',
    values: { b: { kept: true }, a: { Reference: 'ROT-2', Identifiers: [{ Value: '203.0.113.7' }] } },
  });
});

it('a proposed value is marked, and saved with its section', async () => {
  const path = `${TEAM}/requests/request-1/form`;
  const { api, user } = await renderRoute(`/jits/${JIT}/requests/request-1/form`, (fake) => {
    answerTeam(fake, ['requests:read', 'request_contents:read', 'requests:work']);
    fake.on('GET', '/api/countries', () => ({ items: [], next: null }));
    fake.on('GET', `${TEAM}/requests/request-1`, () => request);
    fake.on('GET', path, () => view({ proposed: { a: { Authority: { Name: 'POL', Telephone: '+31 70 1' } } } }));
    fake.on('PUT', path, () => view());
  });
  const proposed = await screen.findByRole('textbox', { name: 'Telephone', description: /^Proposed/ });
  expect((proposed as HTMLInputElement).value).toBe('+31 70 1');
  const name = screen.getByRole('textbox', { name: 'Name', description: 'From the case.' });
  expect((name as HTMLInputElement).value).toBe('OM');
  await user.click(screen.getByRole('button', { name: 'Save section' }));
  await screen.findByText('Section saved: Request');
  expect(api.of('PUT', path)[0]?.body).toMatchObject({ values: { a: { Authority: { Telephone: '+31 70 1' } } } });
  expect(JSON.stringify(api.of('PUT', path)[0]?.body)).not.toContain('OM');
});
