/** A typed date in a form: what is entered, what is refused, and that the zone of the browser changes nothing. */
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { DateField } from '@/components/fields/DateField';

function Field({ initial, withTime = false }: { initial: string; withTime?: boolean }) {
  const [value, setValue] = useState(initial);
  return (
    <MantineProvider>
      <DateField label="Day" withTime={withTime} value={value} onChange={setValue} />
      <output>{value}</output>
    </MantineProvider>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Day' });
const value = () => screen.getByRole('status').textContent;

afterEach(cleanup);

it('holds what is typed, and is empty once it is cleared', async () => {
  const user = userEvent.setup();
  render(<Field initial="2026-05-16" />);
  expect(field().value).toBe('16/05/2026');
  await user.clear(field());
  expect(value()).toBe('');
  await user.type(field(), '1/6/2026');
  await user.tab();
  expect([value(), field().value]).toEqual(['2026-06-01', '01/06/2026']);
});

it('keeps text that is no date, says how to write it, and holds no value meanwhile', async () => {
  const user = userEvent.setup();
  render(<Field initial="2026-05-16T10:05" withTime />);
  await user.clear(field());
  await user.type(field(), 'tomorrow');
  expect(screen.queryByText(/Enter a date and a time/)).toBeNull();
  await user.tab();
  expect([value(), field().value]).toEqual(['', 'tomorrow']);
  screen.getByText('Enter a date and a time as DD/MM/YYYY HH:MM.');
});

it('holds a time that the zone of the browser skips', async () => {
  // In Paris clocks show no 02:30 on this day; the form may mean another zone.
  const before = process.env['TZ'];
  process.env['TZ'] = 'Europe/Paris';
  try {
    const user = userEvent.setup();
    render(<Field initial="" withTime />);
    await user.type(field(), '29/03/2026 02:30');
    await user.tab();
    expect([value(), field().value]).toEqual(['2026-03-29T02:30', '29/03/2026 02:30']);
  } finally {
    process.env['TZ'] = before;
  }
});

it('takes a day from the calendar and keeps the time', async () => {
  const user = userEvent.setup();
  render(<Field initial="2026-05-16T10:05" withTime />);
  await user.click(screen.getByRole('button', { name: 'Open calendar' }));
  await user.click(await screen.findByRole('button', { name: /^20 May 2026/, hidden: true }));
  expect([value(), field().value]).toEqual(['2026-05-20T10:05', '20/05/2026 10:05']);
});
