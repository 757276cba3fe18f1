import { MantineProvider, Menu, ModalStack } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Dialog } from '@/components/dialogs/Dialog';

type Name = 'first' | 'second';

/** Two dialogs, the second opened from within the first, drawn and removed as everywhere in the page; and a menu. */
function Screen({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState<readonly Name[]>([]);
  const [offered, setOffered] = useState(true);
  const add = (name: Name) => setOpen((before) => [...before, name]);
  const close = (name: Name) => setOpen((before) => before.filter((one) => one !== name));
  const still = { transitionProps: { duration: 0 } };
  return (
    <>
      <input aria-label="search" />
      <button>before</button>
      {offered ? <button onClick={() => add('first')}>open</button> : null}
      <Menu {...still}>
        <Menu.Target>
          <button>more</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => add('first')}>entry</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <p onClick={() => add('first')}>a line</p>
      {open.includes('first') ? (
        <Dialog onClose={() => close('first')} title="first" {...still}>
          <button
            onClick={() => {
              onDone();
              setOffered(false);
              close('first');
            }}
          >
            do it
          </button>
          <button onClick={() => add('second')}>another</button>
          {open.includes('second') ? (
            <Dialog onClose={() => close('second')} title="second" {...still}>
              <button onClick={() => close('second')}>inner</button>
            </Dialog>
          ) : null}
        </Dialog>
      ) : null}
    </>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const pause = () => new Promise((done) => setTimeout(done, 80));

describe('who closes a dialog', () => {
  const user = userEvent.setup();
  let onDone = () => {};

  const inside = async (name: string) => {
    await waitFor(() => expect(screen.getByRole('dialog', { name }).contains(document.activeElement)).toBe(true));
  };
  const shut = async (keys = '{Escape}') => {
    await user.keyboard(keys);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await pause();
  };

  beforeEach(() => {
    history.replaceState(null, '', '/one');
    onDone = () => {};
    render(
      <MantineProvider>
        <ModalStack>
          <Screen onDone={() => onDone()} />
        </ModalStack>
      </MantineProvider>,
    );
  });
  afterEach(cleanup);

  it('stands where they opened it', async () => {
    button('open').focus();
    await user.keyboard('{Enter}');
    await inside('first');
    await shut();
    expect(document.activeElement).toBe(button('open'));
  });
  it('stands at the button of the menu in which they chose it', async () => {
    button('more').focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('menuitem', { hidden: true }));
    await inside('first');
    await shut();
    expect(document.activeElement).toBe(button('more'));
  });
  it.each(['{Enter}', '{Escape}'])('goes down one by one where two stand, by %s', async (keys) => {
    button('open').focus();
    await user.keyboard('{Enter}');
    await inside('first');
    button('another').focus();
    await user.keyboard('{Enter}');
    await inside('second');
    button('inner').focus();
    await user.keyboard(keys);
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'second' })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button('another')));
    await shut();
    expect(document.activeElement).toBe(button('open'));
  });
  it('stands where they stood before, when the act took away what opened it; not in a field', async () => {
    button('before').focus();
    screen.getByRole('textbox').focus();
    button('open').focus();
    await user.keyboard('{Enter}');
    await inside('first');
    button('do it').focus();
    await shut('{Enter}');
    expect(document.activeElement).toBe(button('before'));
  });
  it('is left alone when the act led elsewhere', async () => {
    onDone = () => history.pushState(null, '', '/two');
    button('before').focus();
    button('open').focus();
    await user.keyboard('{Enter}');
    await inside('first');
    button('do it').focus();
    await shut('{Enter}');
    expect(document.activeElement).toBe(document.body);
  });
  it('is left alone where the screen itself has set the focus', async () => {
    onDone = () => setTimeout(() => screen.getByRole('textbox').focus());
    button('open').focus();
    await user.keyboard('{Enter}');
    await inside('first');
    button('do it').focus();
    await shut('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
  it('stands nowhere who stood nowhere: a line that is no button was clicked', async () => {
    button('before').focus();
    await user.click(screen.getByText('a line'));
    await inside('first');
    await shut();
    expect(document.activeElement).toBe(document.body);
  });
});
