/** Members from CSV: a file is shown row by row before anything is saved, and codes are saved without formulas. */
import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ImportDialog } from '@/features/teams/import/ImportDialog';
import { csv, template } from '@/features/teams/import/csv';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const row = (line: number, more: object = {}) => ({
  line,
  party: 'NL',
  authority: 'POL',
  name: `Member ${String(line)}`,
  email: `m${String(line)}@nl.test`,
  roles: 'member',
  function: 'police',
  until: '',
  seconded_to: '',
  entrustment: '',
  problems: [],
  ...more,
});

async function choose(text: string | Uint8Array<ArrayBuffer>, rows: object[]) {
  const found = await renderPart(<ImportDialog onClose={vi.fn()} />, (fake) => {
    fake.on('POST', `${TEAM}/members/imports/preview`, () => ({ rows, problems: [] }));
    fake.on('POST', `${TEAM}/members/imports`, () => ({ items: [], next: null }));
  });
  const dialog = await screen.findByRole('dialog');
  const input = dialog.querySelector('input[type=file]');
  await found.user.upload(input as HTMLInputElement, new File([text], 'members.csv', { type: 'text/csv' }));
  return found;
}

it('a row with a problem keeps the file from being proposed and comes first', async () => {
  const wrong = row(3, { problems: [{ field: 'email', message: 'This is not an e-mail address.' }] });
  const { api } = await choose('party,name', [row(2), wrong]);
  await screen.findByText('1 row has an error');
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows[1]?.textContent).toContain('Member 3');
  expect(rows[1]?.textContent).toContain('email: This is not an e-mail address.');
  expect(screen.queryByRole('button', { name: /^Propose/ })).toBeNull();
  expect(api.of('POST', `${TEAM}/members/imports`)).toEqual([]);
});

it('the text of the file that was previewed is sent', async () => {
  const { api, user } = await choose('party,name\nNL,Ada', [row(2), row(3)]);
  await user.click(await screen.findByRole('button', { name: 'Propose 2 members' }));
  expect(api.of('POST', `${TEAM}/members/imports`).map(({ body }) => body)).toEqual([{ csv: 'party,name\nNL,Ada' }]);
});

it('a file that is not in UTF-8 is not sent', async () => {
  const { api } = await choose(new Uint8Array([0x4e, 0xe9, 0x65]), []);
  await screen.findByText(/not in UTF-8/);
  expect(api.of('POST', `${TEAM}/members/imports/preview`)).toEqual([]);
});

it('no cell of a saved file is a formula', () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a,"b"', 'plain'];
  expect(csv([hostile])).toBe('\u{FEFF}' + `'=1+1,'+1,'-1,'@SUM(A1),'\t=1,"a,""b""",plain\r\n`);
  expect(template('NL', 'OM').split('\r\n')[0]).toContain('party,authority,name,email,roles,function');
});
