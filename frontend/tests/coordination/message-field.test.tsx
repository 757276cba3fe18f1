/** The message field: Enter, new lines, and the completion of mentions by keyboard. */
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { candidates, fragmentAt, withCodes, withNames, written } from '@/features/coordination/messages/mentions';
import { renderRoute } from '../support/screen';
import { answerTalk, type Talk } from '../support/chat';
import { JIT, TEAM } from '../support/team';

const MEMBERS = [
  { code: 'DE-01', name: 'Jonas Reinharz' },
  { code: 'DE-02', name: 'Lena Vogtmann' },
  { code: 'FR-01', name: 'Hélène Dupré-Jolivet' },
];

describe('mentions', () => {
  it('are found by the beginnings of names and codes, without accents', () => {
    const found = (words: string) => candidates(MEMBERS, words).map(({ code }) => code);
    expect(found('')).toEqual(['DE-01', 'DE-02', 'FR-01']);
    expect(found('rein')).toEqual(['DE-01']);
    expect(found('jonas re')).toEqual(['DE-01']);
    expect(found('helene')).toEqual(['FR-01']);
    expect(found('joli')).toEqual(['FR-01']);
    expect(found('de-0')).toEqual(['DE-01', 'DE-02']);
    expect(found('inharz')).toEqual([]);
  });

  it('begin with an @ that begins a word', () => {
    expect(fragmentAt('Ask @jon', 8)).toEqual({ from: 4, words: 'jon' });
    expect(fragmentAt('Ask @jon today', 8)).toEqual({ from: 4, words: 'jon' });
    expect(fragmentAt('(@', 2)).toEqual({ from: 1, words: '' });
    expect(fragmentAt('mail to a@b', 11)).toBeNull();
    expect(fragmentAt('Ask @jon, now', 13)).toBeNull();
    expect(fragmentAt(`${written({ code: 'DE-01', name: 'Jonas Reinharz' })} `, 24)).toBeNull();
  });

  it('are sent by code and edited by name', () => {
    const text = 'Ask @Jonas Reinharz (DE-01), not @Jonas or @XX-01.';
    expect(withCodes(text, MEMBERS)).toBe('Ask @DE-01, not @Jonas or @XX-01.');
    expect(withNames('Ask @DE-01, not @XX-01.', MEMBERS)).toBe('Ask @Jonas Reinharz (DE-01), not @XX-01.');
    expect(withNames('@DE-011', MEMBERS)).toBe('@DE-011');
  });
});

const POSTED = `${TEAM}/channels/ferry/messages`;
const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a message' });

async function open() {
  let talk: Talk = { said: {}, read: {} };
  const opened = await renderRoute(`/jits/${JIT}/messages/ferry`, (api) => {
    talk = answerTalk(api);
  });
  return { ...opened, talk, field: await box() };
}

describe('the message field', () => {
  it('sends with Enter and starts a new line with Shift+Enter', async () => {
    const { api, user, talk, field } = await open();
    await user.type(field, 'Berth nine{Shift>}{Enter}{/Shift}at five');
    expect(field.value).toBe('Berth nine\nat five');
    expect(api.of('POST', POSTED)).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(talk.said['ferry']?.map(({ text }) => text)).toEqual(['Berth nine\nat five']));
    await waitFor(() => expect(field.value).toBe(''));
    await user.keyboard('{Enter}');
    expect(api.of('POST', POSTED)).toHaveLength(1);
  });

  it('asks before a decision is recorded with Enter', async () => {
    const { api, user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Decision' }));
    await user.type(await screen.findByRole('textbox', { name: 'Write a decision' }), 'We go at five.{Enter}');
    await screen.findByRole('dialog', { name: 'Record this decision?' });
    expect(api.of('POST', `${TEAM}/channels/ferry/decisions`)).toEqual([]);
  });

  it('completes a mention with the keyboard and sends the code', async () => {
    const { api, user, field } = await open();
    await user.type(field, 'Ask @');
    const list = await screen.findByRole('listbox', { name: 'Mention a member' });
    const offered = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(list).toBeTruthy();
    expect(offered.length).toBeGreaterThan(1);
    await user.keyboard('rein');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    expect(field.value).toBe('Ask @Jonas Reinharz (DE-01) ');
    expect(screen.queryByRole('option')).toBeNull();
    expect(api.of('POST', POSTED)).toEqual([]);
    await user.keyboard('now.{Enter}');
    await waitFor(() => expect(api.of('POST', POSTED)).toHaveLength(1));
    expect(api.of('POST', POSTED)[0]?.body).toMatchObject({ text: 'Ask @DE-01 now.', mentions: ['DE-01'] });
  });

  it('closes the list with Escape and then sends', async () => {
    const { api, user, field } = await open();
    await user.type(field, '@');
    await screen.findByRole('listbox', { name: 'Mention a member' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox', { name: 'Mention a member' })).toBeNull());
    await user.keyboard(' five o’clock{Enter}');
    await waitFor(() => expect(api.of('POST', POSTED)).toHaveLength(1));
  });
});
