/** Registration of the files of a folder: files that an exhibit already holds are named before anything is registered. */
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BulkDialog } from '@/features/evidence/registration/BulkDialog';
import { renderPart } from '../support/screen';
import { NOW, TEAM } from '../support/team';

const KNOWN = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1';

function inFolder(path: string, text: string): File {
  const file = new File([text], path.split('/').at(-1) ?? '', { lastModified: 0 });
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

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
