/** Registration of the files of a folder: files that an exhibit already holds are named before anything is registered. */
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { BulkDialog } from '@/features/evidence/registration/bulk/BulkDialog';
import { problem } from '../support/api';
import { renderPart } from '../support/screen';
import { NOW, TEAM } from '../support/team';

const KNOWN = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1';

function inFolder(path: string, text: string): File {
  const file = new File([text], path.split('/').at(-1) ?? '', { lastModified: 0 });
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

/** The open list of a field. The rows have lists of the browser with the same words. */
const listOf = (name: string) => screen.findByRole('listbox', { name, hidden: true });

it('names the files of a folder that an exhibit already holds, and leaves out those that the user removes', async () => {
  const { api, user } = await renderPart(<BulkDialog onClose={() => {}} onTogether={() => {}} />, (fake) => {
    fake.on('GET', `${TEAM}/evidence`, ({ query }) => ({
      items: query.get('sha256') === KNOWN ? [{ id: 'ex-2', originator: 'DE', registered_at: NOW }] : [],
      next: null,
    }));
  });
  await user.click(await screen.findByText('Folder'));
  const files = [inFolder('case/a/note.txt', 'new!'), inFolder('case/b/note.txt', 'text')];
  const input = document.querySelector<HTMLInputElement>('input[webkitdirectory]');
  if (!input) throw new Error('no folder can be chosen');
  fireEvent.change(input, { target: { files } });
  const notice = (await screen.findByText('case/b/note.txt is already registered')).closest<HTMLElement>('[data-tone]');
  expect(notice?.textContent).toContain('Germany');
  expect(screen.queryByText('case/a/note.txt is already registered')).toBeNull();
  const asked = api.of('GET', `${TEAM}/evidence`).flatMap(({ query }) => query.get('sha256') ?? []);
  expect(asked).toHaveLength(2);
  await user.click(within(notice!).getByRole('button', { name: 'Remove file' }));
  expect(await screen.findByRole('button', { name: 'Register 1 exhibit' })).toBeTruthy();
  expect(screen.queryByText('case/b/note.txt is already registered')).toBeNull();
  expect(api.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('registers nothing without the facts of origin, and gives them to a selection in one act', async () => {
  const { api, user } = await renderPart(<BulkDialog onClose={() => {}} onTogether={() => {}} />, (fake) => {
    fake.on('GET', `${TEAM}/evidence`, () => ({ items: [], next: null }));
    fake.on('POST', `${TEAM}/evidence/bulk`, ({ body }) =>
      (body as { items: { privilege_checked?: boolean }[] }).items.every((one) => one.privilege_checked)
        ? { items: [] }
        : problem(422, 'privilege-unchecked', { errors: [{ field: 'items.0.privilege_checked', message: 'Check.' }] }),
    );
  });
  await user.click(await screen.findByText('Folder'));
  const mail = inFolder('case/a.eml', 'Date: Mon, 30 Nov 2026 10:15:22 +0100\r\n\r\nText');
  const log = inFolder('case/disk.txt', 'Examiner: R. Mulder\r\nAcquisition started:   Mon Nov 30 11:00:00 2026\r\n');
  const note = inFolder('case/note.bin', 'text');
  fireEvent.change(document.querySelector('input[webkitdirectory]')!, { target: { files: [mail, log, note] } });
  const field = (name: string) => screen.getByRole('textbox', { name });
  expect(await screen.findByText(/Proposed: E-mail dated 30\/11\/2026 10:15:22 UTC\+01:00/)).toBeTruthy();
  expect(await screen.findByText(/Proposed: Acquisition started 30\/11\/2026 11:00 \(no time zone\)/)).toBeTruthy();
  expect(
    [field('Acquired'), field('Place'), field('Acquired by')].map((one) => (one as HTMLInputElement).value),
  ).toEqual(['', '', '']);
  await user.click(screen.getByRole('combobox', { name: 'Category' }));
  await user.click(await within(await listOf('Category')).findByText('Device'));
  await user.type(field('Legal basis'), 'Art. 94 Sv');
  const register = screen.getByRole('button', { name: 'Register 3 exhibits' });
  await user.click(register);
  expect(await screen.findByText(/3 exhibits lack/)).toBeTruthy();
  await user.type(field('Place'), 'Kassel');
  await user.click(screen.getByRole('button', { name: 'Apply to 3 selected exhibits' }));
  await user.click(screen.getByRole('button', { name: /proposed times of 2 files/ }));
  await user.type(field('Acquired by'), 'K. Braun');
  await user.click(screen.getByRole('checkbox', { name: 'Line 2' }));
  await user.click(screen.getByRole('button', { name: 'Apply to 2 selected exhibits' }));
  await user.click(screen.getByRole('checkbox', { name: 'Line 2' }));
  await user.click(screen.getByRole('checkbox', { name: 'Line 3' }));
  await user.click(screen.getByRole('button', { name: /proposed times of 2 files/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Line 3' }));
  expect(await screen.findByText(/1 exhibit lacks/)).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Line 1' }));
  await user.click(screen.getByRole('checkbox', { name: 'Line 2' }));
  await user.type(field('Acquired'), '16/05/2026 09:30');
  await user.click(screen.getByRole('button', { name: 'Apply to 1 selected exhibit' }));
  await user.click(register);
  expect(await screen.findByText(/Confirm the check, or ask for a privilege review/)).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /^I checked the content/ }));
  await user.click(register);
  const { items } = (await vi.waitUntil(() => api.of('POST', `${TEAM}/evidence/bulk`)[1]?.body)) as {
    items: Record<string, string>[];
  };
  expect(items.map(({ acquired_at: at, acquired_by: by, place }) => [at, by, place])).toEqual([
    ['2026-11-30T10:15:22+01:00', 'K. Braun', 'Kassel'],
    ['2026-11-30T11:00:00+01:00', 'R. Mulder', 'Kassel'],
    ['2026-05-16T09:30:00+02:00', 'K. Braun', 'Kassel'],
  ]);
});

it('lets title and category of each row be changed, and shares all exhibits as chosen', async () => {
  const { api, user } = await renderPart(<BulkDialog onClose={() => {}} onTogether={() => {}} />, (fake) => {
    fake.on('GET', `${TEAM}/evidence`, () => ({ items: [], next: null }));
    fake.on('POST', `${TEAM}/evidence/bulk`, () => ({ items: [] }));
  });
  await user.click(await screen.findByText('Folder'));
  const files = ['a.eml', 'note.bin'].map((name) => inFolder(`case/mail/${name}`, name));
  fireEvent.change(document.querySelector('input[webkitdirectory]')!, { target: { files } });
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title of line 2' });
  expect(title.value).toBe('note.bin');
  expect(screen.getByText('case/mail/note.bin')).toBeTruthy();
  const field = (name: string) => screen.getByRole('textbox', { name });
  await user.type(field('Legal basis'), 'Art. 94 Sv');
  await user.type(field('Place'), 'Kassel');
  await user.type(field('Acquired by'), 'K. Braun');
  await user.type(field('Acquired'), '16/05/2026 09:30');
  await user.click(screen.getByRole('button', { name: 'Apply to 2 selected exhibits' }));
  await user.clear(field('Title of line 2'));
  await user.tab();
  const register = screen.getByRole('button', { name: 'Register 2 exhibits' });
  expect((register as HTMLButtonElement).disabled).toBe(true);
  await user.type(field('Title of line 2'), 'Notebook');
  await user.tab();
  await user.click(screen.getByRole('radio', { name: 'The same for all exhibits' }));
  await user.click(screen.getByRole('combobox', { name: 'Access of Germany' }));
  await user.click(await within(await listOf('Access of Germany')).findByText('View only'));
  await user.click(screen.getByRole('checkbox', { name: /^I checked the content/ }));
  await user.click(register);
  expect(api.of('POST', `${TEAM}/evidence/bulk`)).toEqual([]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Category of line 2' }), 'device');
  await user.click(register);
  const { items } = (await vi.waitUntil(() => api.of('POST', `${TEAM}/evidence/bulk`)[0]?.body)) as {
    items: { title: string; category: string; kind: string; releases: { party: string; level: string }[] }[];
  };
  expect(items.map(({ title: named, category, kind }) => [named, category, kind])).toEqual([
    ['a.eml', 'content_data', 'digital_original'],
    ['Notebook', 'device', 'digital_original'],
  ]);
  for (const { releases } of items)
    expect(releases.map(({ party, level }) => [party, level])).toEqual([['DE', 'readable']]);
});
