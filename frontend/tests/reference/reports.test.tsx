/** Reports of wrong values: a member makes one beside a value, and an operator settles it with an answer. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ReferenceTab } from '@/features/reference/administration/ReferenceTab';
import { ReportList } from '@/features/reference/reports/ReportList';
import { ReportValue } from '@/features/reference/reports/ReportValue';
import { renderPart } from '../support/screen';

const ALL = '/api/administration/reference/reports';
const REPORT = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'countries',
  key: 'NL',
  field: 'zone',
  wrong: 'The zone is that of another island.',
  proposed: null,
  source: 'IANA',
  reported_at: '2026-05-16T10:00:00Z',
  settled_at: null,
  answer: null,
};
const page = (...items: object[]) => ({ items, next: null });

it('a report needs a fault and a source, and is sent with the place of the value', async () => {
  const { api, user } = await renderPart(
    <ReportValue kind="countries" recordKey="NL" record="Netherlands" field="zone" name="Time zone" />,
    (fake) => fake.on('POST', '/api/reference/reports', () => REPORT),
  );
  await user.click(await screen.findByRole('button', { name: 'Report a wrong value: Netherlands, Time zone' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Send report' }));
  await dialog.findByText('Describe what is wrong.');
  dialog.getByText('Enter the source.');
  expect(api.of('POST', '/api/reference/reports')).toEqual([]);
  await user.type(dialog.getByLabelText(/What is wrong/), REPORT.wrong);
  await user.type(dialog.getByLabelText(/Source/), 'IANA');
  await user.click(dialog.getByRole('button', { name: 'Send report' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { kind, key, field, wrong, proposed, source } = REPORT;
  expect(api.of('POST', '/api/reference/reports').map(({ body }) => body)).toEqual([
    { kind, key, field, wrong, proposed, source },
  ]);
});

it('the reporter reads the answer', async () => {
  const answered = { ...REPORT, settled_at: '2026-05-17T10:00:00Z', answer: 'The card is corrected.' };
  await renderPart(<ReportList listed="own" />, (fake) =>
    fake.on('GET', '/api/reference/reports', () => page(answered)),
  );
  await screen.findByText('The card is corrected.');
  screen.getByText('Country cards · NL · Time zone');
  expect(screen.queryByRole('button', { name: 'Settle report' })).toBeNull();
});

it('an operator settles an open report with an answer', async () => {
  let open: object[] = [REPORT];
  const { api, user } = await renderPart(<ReferenceTab />, (fake) => {
    fake.on('GET', '/api/instruments', () => page());
    fake.on('GET', ALL, () => page(...open));
    fake.on('POST', `${ALL}/${REPORT.id}/settlement`, () => {
      open = [];
      return REPORT;
    });
  });
  await user.click(await screen.findByRole('radio', { name: 'Reports of wrong values' }));
  await user.click(await screen.findByRole('button', { name: 'Settle report' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Settle report' }));
  await dialog.findByText('Enter an answer.');
  await user.type(dialog.getByLabelText(/Answer/), 'The card is corrected.');
  await user.click(dialog.getByRole('button', { name: 'Settle report' }));
  await screen.findByText('No reports');
  expect(api.of('POST', `${ALL}/${REPORT.id}/settlement`).map(({ body }) => body)).toEqual([
    { answer: 'The card is corrected.' },
  ]);
});
