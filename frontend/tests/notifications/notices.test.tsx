/** The user follows a notification to a channel. Reading the channel removes the notification, so the notification is marked first. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderRoute } from '../support/screen';
import { answerTalk } from '../support/chat';
import { JIT, NOW, TEAM } from '../support/team';

it('a notification that is followed is marked as read before its channel is', async () => {
  const notice = {
    id: 'notice-1',
    kind: 'talk.mentioned',
    urgency: 'today',
    at: NOW,
    by: 'DE-02',
    due_at: null,
    read: false,
    dismissed: false,
    version: 1,
    subject: { noun: 'talk', id: 'ferry-0', number: null, title: 'Ferry', evidence: null, within: 'ferry' },
  };
  const path = `${TEAM}/notifications/notice-1`;
  const { api, user } = await renderRoute(`/jits/${JIT}/messages/yard`, (fake) => {
    answerTalk(fake).said['ferry']?.push({ id: 'ferry-0', kind: 'talk', seat: 'DE-02', text: 'Seal them today.' });
    fake.on('GET', `${TEAM}/notifications/counts`, () => ({ unread: 1, now: 0, most: 100 }));
    fake.on('GET', `${TEAM}/notifications`, () => ({ items: [notice], next: null }));
    fake.on('PATCH', path, () => ({ ...notice, read: true, version: 2 }));
  });
  await user.click(await screen.findByRole('button', { name: 'Notifications: 1 unread' }));
  const held = api.hold('PATCH', path);
  await user.click(await within(await screen.findByRole('dialog')).findByRole('link', { name: /Ferry/ }));
  await held.arrived;
  await screen.findByText('Seal them today.');
  expect(location.pathname + location.search).toBe(`/jits/${JIT}/messages/ferry?at=ferry-0`);
  // The page has read the channel as far as it may: nothing is on its way but the mark.
  await waitFor(() => expect(api.of('GET', `${TEAM}/channels/ferry/messages`).length).toBeGreaterThan(0));
  expect(api.of('POST', `${TEAM}/channels/ferry/reading`)).toEqual([]);
  held.release();
  await waitFor(() => expect(api.of('POST', `${TEAM}/channels/ferry/reading`)).toHaveLength(1));
});
