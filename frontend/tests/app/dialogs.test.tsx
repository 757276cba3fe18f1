/** Dialogs and search fields of real screens, by keyboard. The mechanism itself is tested in `focus.test.tsx` and `typed.test.ts`. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeApi } from '../support/api';
import { exhibit } from '../support/exhibits';
import { fill, renderRoute, type Screen } from '../support/screen';
import { JIT, TEAM } from '../support/team';

const nothing = () => ({ items: [], next: null, previous: null });

function answerLists(api: FakeApi): void {
  for (const list of ['evidence', 'tasks', 'ledger/disclosed', 'ledger/entries'])
    api.on('GET', `${TEAM}/${list}`, nothing);
  api.on('GET', `${TEAM}/evidence/exhibit-1`, () => exhibit());
}

/** Press a button by keyboard. */
async function press({ user }: Screen, button: HTMLElement): Promise<void> {
  act(() => button.focus());
  await user.keyboard('{Enter}');
}

/** Leave the dialog by Escape, once the focus is in it. The focus then is on `place`. */
async function leave({ user }: Screen, place: HTMLElement): Promise<void> {
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(place));
}

describe('a dialog that is left by Escape', () => {
  it('returns the focus to the button of a release, and to the menu of an exhibit', async () => {
    const page = await renderRoute(`/jits/${JIT}/evidence/exhibit-1?tab=sharing`, answerLists);
    const pencil = await screen.findByRole('button', { name: /(Share with|Change access of) Germany/ });
    await press(page, pencil);
    await leave(page, pencil);
    const head = screen.getByRole('heading', { level: 1, name: 'Stick' }).closest('header');
    const more = within(head!).getByRole('button', { name: 'More actions' });
    await press(page, more);
    await page.user.click(await screen.findByRole('menuitem', { name: 'Withdraw exhibit', hidden: true }));
    await leave(page, more);
  });

  it('of a new exhibit returns the focus to its button', async () => {
    const page = await renderRoute(`/jits/${JIT}/evidence`, answerLists);
    const [register] = await screen.findAllByRole('button', { name: 'Register exhibit' });
    await press(page, register!);
    await leave(page, register!);
  });

  it('closes alone where another is below it', async () => {
    const page = await renderRoute(`/jits/${JIT}/evidence`, answerLists);
    const [register] = await screen.findAllByRole('button', { name: 'Register exhibit' });
    await press(page, register!);
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /Title/ });
    await fill(page, title, 'Half a title');
    await page.user.keyboard('{Escape}');
    const question = await screen.findByRole('dialog', { name: 'Discard your entries?' });
    await waitFor(() => expect(question.contains(document.activeElement)).toBe(true));
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Discard your entries?' })).toBeNull());
    // The form asks its question in a timer without delay: after one more such timer it would be there.
    await act(
      () =>
        new Promise<void>((done) => {
          setTimeout(done);
        }),
    );
    expect(screen.queryByRole('dialog', { name: 'Discard your entries?' })).toBeNull();
    screen.getByRole('dialog', { name: 'Register exhibit' });
    expect(title.value).toBe('Half a title');
  });
});

describe('the search field', () => {
  it.each([
    ['evidence', 'Search exhibits'],
    ['tasks', 'Title or number'],
    ['audit', 'Search words'],
  ])('of %s keeps what is typed, and is empty once the filters are cleared', async (path, name) => {
    const { user } = await renderRoute(`/jits/${JIT}/${path}`, answerLists);
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name });
    await user.type(field, 'nowhere ');
    await waitFor(() => expect(location.search).toBe('?q=nowhere'));
    await user.type(field, 'at all');
    await waitFor(() => expect(location.search).toMatch(/q=nowhere(\+|%20)at(\+|%20)all$/));
    expect(field.value).toBe('nowhere at all');
    const clear = await screen.findAllByRole('button', { name: 'Clear filters' });
    await user.click(clear.at(-1)!);
    await waitFor(() => expect(location.search).toBe(''));
    expect(field.value).toBe('');
  });
});
