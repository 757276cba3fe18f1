/** Changed values of the reference data on which requests relied: in words, with what a leader decides. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ChangedValuesPanel } from '@/features/requests/changed-values/ChangedValuesPanel';
import { fill, renderPart } from '../support/screen';
import { answerTeam, NOW, TEAM } from '../support/team';
import { page } from './answers';

const rule = (duration: string) => ({
  key: 'EIO_DECISION',
  title: { en: 'Decide on recognition', fr: 'Statuer sur la reconnaissance' },
  begins_at: 'received',
  actor: 'executing',
  duration,
  basis: 'calendar',
  minimum: false,
  extension: null,
  rolls: false,
  before: false,
  urgent: null,
  countries: [],
  data_categories: [],
});
const CHANGED = {
  id: 'use-1',
  request: 'request-1',
  court_hearing: null,
  admissibility: null,
  evidence: null,
  number: 'NL-RQ-1',
  title: 'Server in Kassel',
  purpose: 'deadline',
  deadline: 'deadline-1',
  rule: 'EIO_DECISION',
  due_at: NOW,
  kind: 'instruments',
  key: 'EIO',
  field: 'deadlines.EIO_DECISION',
  value: rule('P30D'),
  new_value: rule('P45D'),
  source: 'Statute of 1 December',
  used_at: NOW,
  changed_at: NOW,
  version: 2,
};

it('a changed deadline is told in words, and keeps its date for a reason', async () => {
  const decision = `${TEAM}/requests/request-1/changed-values/use-1/decision`;
  const shown = await renderPart(<ChangedValuesPanel />, (api) => {
    answerTeam(api, ['requests:read', 'requests:release']);
    api.on('GET', `${TEAM}/requests/changed-values`, () => page(CHANGED));
    api.on('GET', '/api/instruments', () =>
      page({ key: 'EIO', title: { en: 'European Investigation Order', fr: 'Décision d’enquête européenne' } }),
    );
    api.on('POST', decision, () => CHANGED);
  });
  const region = within(await screen.findByRole('region', { name: 'Changed reference values' }));
  await region.findByText(/^European Investigation Order, Deadline: Decide on recognition/);
  region.getByText(/Value used: 30 calendar days from: receipt/);
  region.getByText(/Present value: 45 calendar days from: receipt .*\(Statute of 1 December\)/);
  expect(region.queryByText(/instruments\/EIO|P30D/)).toBeNull();
  await shown.user.click(region.getByRole('button', { name: 'Keep date' }));
  const dialog = within(await screen.findByRole('dialog'));
  await fill(shown, dialog.getByRole('textbox'), 'Sent before the statute');
  await shown.user.click(dialog.getByRole('button', { name: 'Keep date' }));
  await waitFor(() => expect(shown.api.of('POST', decision)).toHaveLength(1));
  expect(shown.api.of('POST', decision)[0]?.body).toEqual({ decision: 'kept', reason: 'Sent before the statute' });
});
