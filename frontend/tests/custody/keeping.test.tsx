/** Downloads: several exhibits in a row ask once for custodian and file number, and a finding is acknowledged. */
import { cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { OpenDialog } from '@/features/custody/openings/OpenDialog';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const nothing = () => undefined;

async function take(id: string, more: object = {}) {
  const sent: unknown[] = [];
  const one = exhibit({ id, ...more }) as unknown as EvidenceView;
  const part = await renderPart(<OpenDialog exhibit={one} act="take" onClose={nothing} onOpened={nothing} />, (api) => {
    api.on('GET', `${TEAM}/working-sessions`, () => ({ items: [], next: null }));
    api.on('POST', `${TEAM}/evidence/${id}/openings`, ({ body }) => {
      sent.push(body);
      return { act: 'take', files: [] };
    });
  });
  await screen.findByRole('dialog');
  return { ...part, sent };
}

it('fills custodian and file number of the last download into the next one', async () => {
  const first = await take('exhibit-1');
  await first.user.type(screen.getByRole('textbox', { name: /Justification/ }), 'Analysis');
  await first.user.type(screen.getByRole('textbox', { name: /Custodian/ }), ' Evidence room 2');
  await first.user.type(screen.getByRole('textbox', { name: /file number/i }), '7741 Js 118/26');
  await first.user.click(screen.getByRole('button', { name: /Download/ }));
  await expect.poll(() => first.sent).toHaveLength(1);
  cleanup();
  await take('exhibit-2');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Custodian/ }).value).toBe('Evidence room 2');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /file number/i }).value).toBe('7741 Js 118/26');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Justification/ }).value).toBe('');
});

it('sends nothing before a finding of the malware scanner is acknowledged', async () => {
  const file = { name: 'invoice.exe', scan: 'found', finding: 'Eicar-Test-Signature' };
  const { user, sent } = await take('exhibit-3', { files: [file] });
  screen.getByText('invoice.exe (Eicar-Test-Signature)');
  await user.type(screen.getByRole('textbox', { name: /Justification/ }), 'Analysis');
  await user.click(screen.getByRole('button', { name: /Download/ }));
  await screen.findByText('Confirm that you know of the finding.');
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /I know of the finding/ }));
  await user.click(screen.getByRole('button', { name: /Download/ }));
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ accepts_findings: true });
});
