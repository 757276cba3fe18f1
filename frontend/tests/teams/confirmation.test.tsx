/** A leader confirms a member's name: the one on the screen, with a warning where its letters are of two alphabets. */
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { SeatView } from '@/api/views';
import { ConfirmDialog } from '@/features/teams/members/ConfirmDialog';
import { problem } from '../support/api';
import { renderPart } from '../support/screen';
import { seat, TEAM } from '../support/team';

const ODD = 'о U+043E (CYRILLIC SMALL LETTER O)';
const proposed = (name: string, more: object = {}) =>
  seat('NL-02', name, { state: 'proposed', seated_at: null, ...more }) as unknown as SeatView;

it('the name that the leader read is sent, and its odd letters are named', async () => {
  const closed = vi.fn();
  const { api, user } = await renderPart(
    <ConfirmDialog one={proposed('Nоor Hoekzema', { mixed: [ODD] })} onClose={closed} />,
    (fake) => {
      fake.on('POST', `${TEAM}/members/seat-NL-02/confirmation`, () =>
        problem(412, 'name-changed', {
          detail: 'The name in the proposal has changed. Read it again, then confirm it.',
        }),
      );
    },
  );
  await screen.findByText('Nоor Hoekzema');
  screen.getByText(ODD);
  await user.click(screen.getByRole('button', { name: 'Confirm name and membership' }));
  await screen.findByText(/The name in the proposal has changed/);
  expect(api.of('POST', `${TEAM}/members/*/confirmation`).map(({ body }) => body)).toEqual([{ name: 'Nоor Hoekzema' }]);
  expect(closed).not.toHaveBeenCalled();
});

it('a name that a former version let in hides nothing', async () => {
  await renderPart(<ConfirmDialog one={proposed('Noor\u202eamez')} onClose={() => undefined} />);
  await screen.findByText('Noor‹U+202E›amez');
  expect(screen.queryByText('The name mixes alphabets. These letters look like others:')).toBeNull();
});
