/** Acts on several exhibits: previewed, refused by row, and sent as a whole with the versions that were seen. */
import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { EvidenceSummary } from '@/api/views';
import { RecallMany } from '@/features/evidence/list/many/RecallMany';
import { ShareMany } from '@/features/evidence/list/many/ShareMany';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const exhibit = (id: string, title: string, shared: string[] = ['DE', 'FR']) =>
  ({
    id,
    title,
    exhibit_number: id,
    originator: 'NL',
    mine: true,
    status: 'active',
    tlp: 'AMBER',
    released_to: ['NL', ...shared],
  }) as unknown as EvidenceSummary;
type Body = { items: { evidence: string; party: string; seen_version: number | null }[]; preview: boolean };
const row = (evidence: string, party: string, more: object = {}) => ({
  evidence,
  party,
  outcome: 'recalled',
  version: 3,
  level: 'held',
  gates: [],
  copies: 0,
  code: null,
  detail: null,
  ...more,
});

it('recalls what the preview told, without the refused rows and those that change nothing', async () => {
  const told = [
    row('ex-1', 'DE', { copies: 2 }),
    row('ex-1', 'FR', { outcome: 'refused', detail: 'Administrators have access.' }),
    row('ex-2', 'DE', { version: 5 }),
    row('ex-2', 'FR', { outcome: 'none', version: null, level: null }),
  ];
  const path = `${TEAM}/releases/bulk-recall`;
  const { api, user } = await renderPart(
    <RecallMany exhibits={[exhibit('ex-1', 'Phone'), exhibit('ex-2', 'Disk')]} onClose={() => {}} />,
    (fake) => {
      fake.on('POST', path, ({ body }) => {
        const asked = (body as Body).items;
        return {
          items: told.filter((one) => asked.some((item) => item.evidence === one.evidence && item.party === one.party)),
          next: null,
        };
      });
    },
  );
  await user.click(await screen.findByRole('button', { name: 'Preview' }));
  expect(await screen.findByText('Choose at least one party.')).toBeTruthy();
  await user.click(screen.getByRole('combobox', { name: 'Parties' }));
  for (const name of ['Germany', 'France']) await user.click(await screen.findByRole('option', { name, hidden: true }));
  await user.type(screen.getByRole('textbox', { name: /[Rr]eason/ }), 'The order was quashed');
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  const results = await screen.findByRole('list', { name: 'Results for each exhibit' });
  expect(within(results).getByText(/It is asked about 2 copies/)).toBeTruthy();
  expect(within(results).getByText(/Administrators have access/)).toBeTruthy();
  const recall = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Recall' });
  expect(recall().disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Leave out refused rows' }));
  await vi.waitUntil(() => !recall().disabled);
  await user.click(recall());
  const sent = (await vi.waitUntil(() => api.of('POST', path)[2]?.body)) as Body;
  expect(sent.preview).toBe(false);
  expect(sent.items).toEqual([
    { evidence: 'ex-1', party: 'DE', seen_version: 3 },
    { evidence: 'ex-2', party: 'DE', seen_version: 5 },
  ]);
});

it('shares with several parties, each by its own terms', async () => {
  const path = `${TEAM}/releases/bulk`;
  const { api, user } = await renderPart(
    <ShareMany exhibits={[exhibit('ex-1', 'Phone', [])]} onClose={() => {}} />,
    (fake) => {
      fake.on('POST', path, () => ({
        items: [row('ex-1', 'DE', { outcome: 'released', version: null, level: null })],
        next: null,
      }));
    },
  );
  await user.click(await screen.findByRole('combobox', { name: 'Parties' }));
  for (const name of ['Germany', 'France']) await user.click(await screen.findByRole('option', { name, hidden: true }));
  await user.click(screen.getByRole('combobox', { name: 'Access of Germany' }));
  const levels = await screen.findByRole('listbox', { name: 'Access of Germany', hidden: true });
  await user.click(within(levels).getByText('View and download'));
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  expect(api.of('POST', path)).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /^I checked the content/ }));
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  const { releases } = (await vi.waitUntil(() => api.of('POST', path)[0]?.body)) as {
    releases: { party: string; level: string }[];
  };
  expect(releases.map(({ party, level }) => [party, level])).toEqual([
    ['DE', 'held'],
    ['FR', 'readable'],
  ]);
});
