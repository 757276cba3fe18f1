/** A leader proposes other roles for a member, and confirms those that somebody else proposed. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SeatView } from '@/api/views';
import { MemberLine } from '@/features/teams/members/MemberLine';
import { RolesDialog } from '@/features/teams/members/roles/RolesDialog';
import { renderPart } from '../support/screen';
import { seat, TEAM } from '../support/team';

const CHANGE = {
  id: 'change-1',
  roles: ['leader', 'member'],
  reason: 'Leave of a colleague',
  proposed_by: 'NL-02',
  proposed_at: '2026-03-02T09:00:00Z',
};
const member = (more: object = {}) => seat('NL-03', 'Daan Vermeer', more) as unknown as SeatView;

it('other roles are proposed with a reason, and the present ones are not sent', async () => {
  const { api, user } = await renderPart(<RolesDialog one={member()} onClose={() => undefined} />, (fake) => {
    fake.on('POST', `${TEAM}/members/seat-NL-03/role-changes`, () => member({ role_change: CHANGE }));
  });
  await user.type(await screen.findByLabelText(/Reason/), 'Leave of a colleague');
  await user.click(screen.getByRole('button', { name: 'Propose roles' }));
  await screen.findByText('Choose other roles than the present ones.');
  await user.click(screen.getByRole('combobox', { name: 'Roles' }));
  await user.click(await screen.findByRole('option', { name: 'leader', hidden: true }));
  const asLeader = screen.queryByRole('option', { name: 'administrator', hidden: true });
  expect(asLeader, 'a coordinator proposes it').toBeNull();
  await user.click(screen.getByRole('button', { name: 'Propose roles' }));
  await screen.findByText('Roles of NL-03 proposed');
  expect(api.of('POST', `${TEAM}/members/*/role-changes`).map(({ body }) => body)).toEqual([
    { roles: ['member', 'leader'], reason: 'Leave of a colleague' },
  ]);
});

it('a leader confirms proposed roles only where the server lists them', async () => {
  const pending = { kind: 'role_confirmation', group: 'members', link: { noun: 'member', id: 'seat-NL-03' } };
  const line = <MemberLine one={member({ role_change: CHANGE })} onConfirm={() => null} onAct={() => null} />;
  const { api, user } = await renderPart(line, (fake) => {
    fake.on('GET', `${TEAM}/pending-actions`, () => ({ items: [pending], more: [] }));
    fake.on('POST', `${TEAM}/members/seat-NL-03/role-changes/change-1/confirmation`, () => member());
  });
  await screen.findByText(/^Proposed:/);
  await user.click(await screen.findByRole('button', { name: 'Review the roles of NL-03' }));
  await screen.findByText('contributor → leader, contributor');
  screen.getByText('Proposed by NL-02: Leave of a colleague');
  await user.click(screen.getByRole('button', { name: 'Confirm roles' }));
  await screen.findByText('Roles of NL-03 changed');
  expect(api.of('POST', `${TEAM}/members/*/role-changes/*/confirmation`)).toHaveLength(1);
});
