/** What a former member left behind is listed for a leader, each line with the place where it is reassigned. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LeftDuties } from '@/features/teams/members/LeftDuties';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const LEFT = {
  kind: 'reassignment',
  group: 'members',
  link: { noun: 'member', id: 'seat-NL-04' },
  title: 'Daan Vermeer',
  number: 'NL-04',
  count: 3,
};
const DUTIES = {
  tasks: 1,
  named_in: 0,
  last_leader: false,
  open_tasks: [{ id: 'task-1', number: 'T-7KQ2', title: 'Image the disk' }],
  handovers: [],
  items: [
    { id: 'exhibit-1', number: 'NL-0001', title: 'Telephone' },
    { id: 'exhibit-2', number: 'NL-0002', title: 'Tablet' },
  ],
};

it('lists tasks and items of a former member with links, and nothing without duties', async () => {
  await renderPart(<LeftDuties />, (fake) => {
    fake.on('GET', `${TEAM}/pending-actions`, () => ({
      items: [LEFT, { ...LEFT, kind: 'member_confirmation' }],
      more: [],
    }));
    fake.on('GET', `${TEAM}/members/seat-NL-04/duties`, () => DUTIES);
  });
  const left = within(await screen.findByRole('status'));
  left.getByText('Daan Vermeer (NL-04) has left. Reassign what the member left behind.');
  const links = (await left.findAllByRole('link')).map((link) => [link.textContent, link.getAttribute('href')]);
  expect(links.map(([text]) => text)).toEqual(['T-7KQ2 Image the disk', 'NL-0001 Telephone', 'NL-0002 Tablet']);
  expect(links[0]?.[1]).toContain('/tasks/task-1');
  expect(links[1]?.[1]).toContain('/evidence/exhibit-1');
  left.getByText('2 items in custody of the member: record who holds them');
  expect(left.queryByText(/handover/)).toBeNull();
});
