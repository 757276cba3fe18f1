/** A page of text made for reading: the marks of its rows are seen and copied, and not read aloud. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TextRows } from '@/features/custody/openings/TextRows';
import { renderPart } from '../support/screen';

const MARK = 'DE-01 · 2026-11-24 13:15 UTC · NL-2026-7KQ4M9TX │ ';

it('shows each row with its mark, and hides only the marks from screen readers', async () => {
  await renderPart(<TextRows text={`${MARK}paid │ 5 EUR\n${MARK}\n${MARK}    seen again\n`} zoom={1} />);
  expect(await screen.findByText(/^Long lines are wrapped/)).toBeTruthy();
  const sheet = document.querySelector('pre');
  expect(sheet?.textContent).toBe(`${MARK}paid │ 5 EUR\n${MARK}\n${MARK}    seen again\n`);
  sheet?.querySelectorAll('[aria-hidden]').forEach((mark) => {
    mark.remove();
  });
  expect(sheet?.textContent).toBe('paid │ 5 EUR\n\n    seen again\n');
});
