/** Reciprocity: answer times in their largest unit, and plain words where there is no record. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { span } from '@/features/requests/reciprocity/span';
import { renderRoute } from '../support/screen';
import { answerTeam, JIT, TEAM } from '../support/team';

const DAY = 86_400;
const at = (...items: unknown[]) =>
  renderRoute(`/jits/${JIT}/reciprocity`, (api) => {
    answerTeam(api, ['requests:read', 'request_contents:read', 'evidence:read']);
    api.on('GET', `${TEAM}/requests/reciprocity`, () => ({ items }));
  });
const none = { sent: 0, answered: 0, median_seconds: null, longest_seconds: null, open: 0, oldest_at: null };

it('shows a length of time in its largest unit', () => {
  expect(span(20, 'en-GB')).toBe('1 minute');
  expect(span(5 * 3600, 'en-GB')).toBe('5 hours');
  expect(span(2.5 * DAY, 'en-GB')).toBe('2.5 days');
  expect(span(2.5 * DAY, 'fr-FR')).toMatch(/^2,5\sjours$/);
  expect(span(40.4 * DAY, 'en-GB')).toBe('40 days');
});

it('shows both directions of each country, by name', async () => {
  await at(
    {
      country: 'US',
      outgoing: { ...none, sent: 4, answered: 3, median_seconds: 2 * DAY, longest_seconds: 5 * DAY },
      incoming: none,
    },
    { country: 'CH', outgoing: none, incoming: { ...none, sent: 1, open: 1, oldest_at: '2026-05-01T09:00:00Z' } },
  );
  const table = await screen.findByRole('table', { name: 'Reciprocity' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent.includes('No record'))).toEqual([true, false, false, true]);
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map((one) => one.textContent),
  ).toContain('United States');
  expect(rows[2]?.textContent).toContain('2 days');
  expect(rows[1]?.textContent).toContain('No answer yet');
});

it('says when a country is listed', async () => {
  await at();
  await screen.findByText('No requests sent or received');
});
