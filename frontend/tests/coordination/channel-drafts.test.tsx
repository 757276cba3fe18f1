/** A message or decision that is half written, while the user looks elsewhere or its answer comes late. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderRoute } from '../support/screen';
import { answerTalk, type Talk } from '../support/chat';
import { JIT, TEAM } from '../support/team';

const DRAFT = 'Berth nine, at half past';
const CHANNEL = `/jits/${JIT}/messages/ferry`;

/** The screen of the channel Ferry. */
async function open() {
  let talk: Talk = { said: {}, read: {} };
  const opened = await renderRoute(CHANNEL, (api) => {
    talk = answerTalk(api);
  });
  await screen.findByRole('textbox', { name: 'Write a message' });
  return { ...opened, talk };
}

const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a message' });
const ferry = () => screen.getByRole('link', { name: /^Ferry/ });
const yard = () => screen.getByRole('link', { name: /^Yard/ });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const holds = (text: string) => waitFor(async () => expect((await box()).value).toBe(text));

describe('a half-written message', () => {
  it('stays while the user searches, and a hidden channel is not marked as read', async () => {
    const { api, user, talk, live, queries } = await open();
    await user.type(await box(), DRAFT);
    await user.type(screen.getByRole('textbox', { name: 'Search messages' }), 'nobody ever said');
    await screen.findByText('No message matches');
    expect(screen.queryByRole('textbox', { name: 'Write a message' })).toBeNull();
    talk.said['ferry']?.push({ id: 'ferry-0', kind: 'talk', seat: 'DE-02', text: 'It is the other quay.' });
    const before = api.of('GET', `${TEAM}/channels`).length;
    live({ type: 'talk', channel: 'ferry' });
    await waitFor(() => expect(api.of('GET', `${TEAM}/channels`).length).toBeGreaterThan(before));
    await waitFor(() => expect(queries.isFetching()).toBe(0));
    expect(api.of('POST', `${TEAM}/channels/ferry/reading`)).toEqual([]);
    await user.click(button('Close search'));
    await holds(DRAFT);
    await within(screen.getByRole('log')).findByText('It is the other quay.');
    await waitFor(() => expect(talk.read['ferry']).toBe(1));
  });

  it('waits in its own channel', async () => {
    const { user } = await open();
    await user.type(await box(), 'At the gate');
    await user.click(yard());
    await holds('');
    await user.type(await box(), 'At the bridge');
    await user.click(ferry());
    await holds('At the gate');
    await user.click(yard());
    await holds('At the bridge');
  });

  it('that was sent cannot be sent again before its answer comes, and is gone afterwards', async () => {
    const { api, user, talk } = await open();
    const held = api.hold('POST', `${TEAM}/channels/ferry/messages`);
    await user.type(await box(), 'By the ferry');
    await user.click(button('Send'));
    await held.arrived;
    await user.click(yard());
    await holds('');
    await user.click(ferry());
    await holds('By the ferry');
    expect(button('Send').disabled).toBe(true);
    await user.click(yard());
    await holds('');
    held.release();
    await waitFor(() => expect(talk.said['ferry']).toHaveLength(1));
    await user.click(ferry());
    await within(await screen.findByRole('log')).findByText('By the ferry');
    await holds('');
    expect(api.of('POST', `${TEAM}/channels/ferry/messages`)).toHaveLength(1);
  });
});

describe('a half-written decision', () => {
  it('stays a decision and is recorded once', async () => {
    const { api, user, talk } = await open();
    await user.click(screen.getByRole('radio', { name: 'Decision' }));
    const decision = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a decision' });
    await user.type(await decision(), 'We go at five.');
    await user.click(yard());
    await holds('');
    await user.click(ferry());
    expect((await decision()).value).toBe('We go at five.');
    const held = api.hold('POST', `${TEAM}/channels/ferry/decisions`);
    await user.click(button('Record decision'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Record decision' }));
    await held.arrived;
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button('Record decision').disabled).toBe(true);
    held.release();
    await holds('');
    expect(talk.said['ferry']?.map(({ kind }) => kind)).toEqual(['decision']);
  });
});
