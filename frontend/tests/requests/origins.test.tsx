/** What a request means for its exhibits: where they came from, their limits of use, and the register for auditors. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { DiscloseDialog } from '@/features/custody/disclosures/DiscloseDialog';
import { ObtainedBy } from '@/features/evidence/exhibit/ObtainedBy';
import { RegisterPanel } from '@/features/requests/register/RegisterPanel';
import { exhibit } from '../support/exhibits';
import { fill, renderPart } from '../support/screen';
import { JIT, NOW, TEAM } from '../support/team';
import { at, item, request, REQUESTS } from './answers';

const words = (en: string, fr = en) => ({ en, fr });
const limit = {
  id: 'limit-1',
  evidence: 'exhibit-1',
  exhibit_number: 'NL-0001',
  wording: 'No use in fiscal proceedings.',
  clause: 'Treaty of 1981, Article 11',
  recorded_at: NOW,
  request: 'request-2',
  request_number: 'NL-RQ-2',
};
const earlier = {
  id: 'request-1',
  number: 'NL-RQ-1',
  title: null,
  instrument: 'BUDAPEST_29',
  instrument_title: words('Preservation request'),
  relation: 'production',
};
const origin = {
  ...earlier,
  id: 'request-2',
  number: 'NL-RQ-2',
  title: 'Records of the host',
  instrument_title: words('Letter of request'),
  country: 'US',
  item: 1,
  item_title: '203.0.113.7',
  legal_basis: 'Treaty of 1981, Article 11',
  conditions: limit.wording,
  sent_at: NOW,
  answered_at: NOW,
  earlier: [earlier],
};
const limited = (more: object = {}) => exhibit({ limits_of_use: [limit], ...more }) as unknown as EvidenceView;

it('an exhibit links its request and the earlier one, and shows the limit of use once', async () => {
  await renderPart(<ObtainedBy exhibit={limited({ requests: [origin] })} />);
  const link = await screen.findByRole('link', { name: /Records of the host NL-RQ-2/ });
  expect(link.getAttribute('href')).toBe(`/jits/${JIT}/requests/request-2`);
  screen.getByRole('link', { name: 'Preservation request NL-RQ-1' });
  expect(screen.getAllByText(limit.wording)).toHaveLength(1);
});

it('a reader without the request sees the limit of use and its clause, and no request', async () => {
  await renderPart(
    <ObtainedBy
      exhibit={
        exhibit({ limits_of_use: [{ ...limit, request: null, request_number: null }] }) as unknown as EvidenceView
      }
    />,
  );
  await screen.findByText(limit.wording);
  screen.getByText(/Treaty of 1981, Article 11/);
  expect(screen.queryByRole('link')).toBeNull();
});

it('a disclosure needs the confirmation of the limit of use and sends it', async () => {
  const path = `${TEAM}/evidence/exhibit-1/disclosures`;
  const shown = await renderPart(<DiscloseDialog exhibit={limited()} onClose={() => undefined} />, (api) =>
    api.on('POST', path, () => ({ id: 'disclosure-1' })),
  );
  const dialog = within(await screen.findByRole('dialog'));
  for (const label of ['Court', 'Proceeding', 'Court file number', 'Justification'])
    await fill(shown, dialog.getByRole('textbox', { name: label }), 'x');
  const submit = dialog.getByRole('button', { name: 'Record disclosure' });
  await shown.user.click(submit);
  await dialog.findByText('Confirm that you have read the limit of use.');
  expect(shown.api.of('POST', path)).toHaveLength(0);
  await shown.user.click(dialog.getByRole('checkbox', { name: /I have read the limit of use/ }));
  await shown.user.click(submit);
  await waitFor(() => expect(shown.api.of('POST', path)).toHaveLength(1));
  expect(shown.api.of('POST', path)[0]?.body).toMatchObject({ acknowledged_limits: true });
});

it('the register tells the states of a request and exports what its filters show', async () => {
  const step = {
    entry: 'entry-1',
    position: 7,
    kind: 'request.item_moved',
    occurred_at: NOW,
    recorded_at: NOW,
    seat: 'NL-01',
    party: 'NL',
    former: 'open',
    state: 'refused',
    item_number: 2,
    ground: 'Immunity',
    reason: null,
    authority: null,
    channel: null,
    told_party: null,
    level: null,
  };
  const found = { id: 'request-1', number: 'NL-RQ-1', direction: 'out', instrument: 'BUDAPEST_29', country: 'US' };
  const row = { ...found, party: 'NL', state: 'SENT', steps: [step] };
  const { api, user } = await renderPart(<RegisterPanel />, (fake) => {
    fake.on('GET', `${TEAM}/requests/register`, () => ({ items: [row], next: null }));
    fake.on('GET', '/api/instruments', () => ({ items: [], next: null }));
  });
  await screen.findByText(/Item 2: Open → Refused/);
  screen.getByText('Immunity');
  screen.getByText(/Netherlands · United States/);
  await user.click(screen.getByRole('combobox', { name: 'Party' }));
  await user.click(await screen.findByRole('option', { name: /Germany/, hidden: true }));
  await waitFor(() => expect(api.of('GET', `${TEAM}/requests/register`).at(-1)?.query.get('party')).toBe('DE'));
  const link = screen.getByRole('link', { name: 'Export as CSV' });
  expect(link.getAttribute('href')).toBe(`${TEAM}/requests/register.csv?party=DE`);
});

it('the limits of use of an item are stated at the item and shown there', async () => {
  let limits: string | null = null;
  const now = () => request({ items: [item({ conditions: limits })] });
  const shown = await at('requests/request-1', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, now);
    fake.on('PATCH', `${REQUESTS}/request-1`, () => {
      limits = limit.wording;
      return now();
    });
  });
  await shown.user.click(await screen.findByRole('button', { name: 'Add limits of use of item 1' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Limits of use of item 1' }));
  await fill(shown, dialog.getByRole('textbox'), limit.wording);
  await shown.user.click(dialog.getByRole('button', { name: 'Save limits' }));
  await screen.findByText(limit.wording);
  expect(shown.api.of('PATCH', `${REQUESTS}/request-1`)[0]?.body).toEqual({
    item_conditions: [{ item: 'item-1', conditions: limit.wording }],
  });
});
