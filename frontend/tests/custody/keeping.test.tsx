/** Downloads of several exhibits in a row ask once for custodian and file number. */
import { cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { OpenDialog } from '@/features/custody/openings/OpenDialog';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const nothing = () => undefined;

async function take(id: string) {
  const sent: unknown[] = [];
  const one = exhibit({ id }) as unknown as EvidenceView;
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
