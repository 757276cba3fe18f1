/** The files of an exhibit and the uploads under way: what is refused, what differs, and what to do. */
import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { FilesPanel } from '@/features/evidence/files/FilesPanel';
import { sendsFile } from '@/features/evidence/files/uploads';
import { UploadRow } from '@/features/evidence/files/UploadRow';
import type { Upload } from '@/features/evidence/files/upload';
import { renderPart } from '../support/screen';
import { answerTeam, NOW, TEAM } from '../support/team';

const ARRIVED = 'a'.repeat(64);
const DECLARED = 'b'.repeat(64);

const file = (name: string, more: object = {}) => ({
  id: `file-${name}`,
  name,
  size_bytes: 23,
  state: 'ready',
  sha256: ARRIVED,
  declared_sha256: null,
  received_bytes: 23,
  received_at: '2026-03-02T09:00:00Z',
  expires_at: null,
  uploaded_by: 'NL-01',
  media_type: 'text/plain',
  has_rendition: true,
  rendition_pending: false,
  ...more,
});
const exhibit = (...files: object[]) =>
  ({
    id: 'ex-1',
    exhibit_number: 'NL-2026-1',
    mine: true,
    status: 'active',
    level: 'held',
    files,
    files_count: files.length,
    files_bytes: 23 * files.length,
  }) as unknown as EvidenceView;
const upload = (state: Upload['state']) =>
  ({
    key: 'k',
    jit: 'jit-1',
    evidence: 'ex-1',
    number: 'NL-2026-1',
    name: 'disk.dd',
    size: 100,
    sent: 40,
    state,
    meter: null,
    code: '',
    detail: '',
    fileId: null,
    anew: false,
  }) as Upload;
const choose = async (user: UserEvent, chosen: File) => {
  await screen.findByRole('button', { name: 'choose files' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file can be chosen');
  await user.upload(input, chosen);
};

describe('FilesPanel', () => {
  it('refuses an empty file in words and offers to upload the others alone', async () => {
    const { api, user } = await renderPart(<FilesPanel exhibit={exhibit()} />);
    await choose(user, new File([], 'empty.txt'));
    expect((await screen.findByRole('alert')).textContent).toContain('empty.txt is empty. A file of 0 bytes');
    expect(screen.queryByRole('button', { name: /^Upload/ })).toBeNull();
    await choose(user, new File(['text'], 'full.txt'));
    expect(await screen.findByRole('button', { name: 'Upload 1 file' })).toBeTruthy();
    expect(api.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('names the exhibit that already holds the same file, until the user keeps both', async () => {
    const { api, user } = await renderPart(<FilesPanel exhibit={exhibit()} />, (fake) => {
      fake.on('GET', `${TEAM}/evidence`, () => ({
        items: [{ id: 'ex-2', originator: 'DE', registered_at: NOW }],
        next: null,
      }));
    });
    await choose(user, new File(['text'], 'copy.txt'));
    const notice = (await screen.findByText('copy.txt is already registered')).closest('[data-tone]');
    expect(notice?.textContent).toContain('Germany');
    const hash = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1';
    expect(api.of('GET', `${TEAM}/evidence`).map(({ query }) => query.get('sha256'))).toEqual([hash]);
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    expect(screen.queryByText('copy.txt is already registered')).toBeNull();
  });

  it('refuses an expected hash that is none before anything is sent', async () => {
    const { api, user } = await renderPart(<FilesPanel exhibit={exhibit()} />);
    await choose(user, new File(['text'], 'copy.txt'));
    await user.type(await screen.findByRole('textbox', { name: 'Expected SHA-256 (optional): copy.txt' }), 'abc');
    await user.click(screen.getByRole('button', { name: 'Upload 1 file' }));
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    expect(api.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('shows a Greek name as it is', async () => {
    await renderPart(<FilesPanel exhibit={exhibit(file('Κατάθεση μάρτυρα.txt'))} />);
    const line = (await screen.findAllByRole('row')).at(-1)!;
    expect(within(line).getByText('Κατάθεση μάρτυρα.txt')).toBeTruthy();
    expect(within(line).getByLabelText('Complete')).toBeTruthy();
  });

  it.each([[true], [false]])(
    'shows both hashes of a file that differs; a decision is offered to those who may take it: %s',
    async (may) => {
      const differs = file('copy.txt', { state: 'hash_differs', declared_sha256: DECLARED, has_rendition: false });
      await renderPart(<FilesPanel exhibit={exhibit(differs)} />, (api) =>
        answerTeam(api, may ? ['files:upload', 'files:decide'] : ['files:upload']),
      );
      const line = (await screen.findAllByRole('row')).at(-1)!;
      expect(within(line).getByText('Hash differs')).toBeTruthy();
      for (const digest of [ARRIVED, DECLARED])
        expect(within(line).getByRole('button', { name: new RegExp(digest) })).toBeTruthy();
      expect(within(line).queryByRole('button', { name: 'Decide' }) !== null).toBe(may);
    },
  );

  it('asks for a decision about a file that differs, and preselects none', async () => {
    const differs = file('copy.txt', { state: 'hash_differs', declared_sha256: DECLARED });
    const { api, user } = await renderPart(<FilesPanel exhibit={exhibit(differs)} />, (fake) =>
      answerTeam(fake, ['files:upload', 'files:decide']),
    );
    await user.click(await screen.findByRole('button', { name: 'Decide' }));
    const dialog = await screen.findByRole('dialog');
    for (const one of within(dialog).getAllByRole<HTMLInputElement>('radio')) expect(one.checked).toBe(false);
    await user.type(within(dialog).getByRole('textbox'), 'Hashed twice');
    await user.click(within(dialog).getByRole('button', { name: 'Decide' }));
    expect(await within(dialog).findByText('Choose one.')).toBeTruthy();
    expect(api.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('does not call an upload interrupted that this browser did not stop', async () => {
    const arriving = file('disk.dd', { state: 'uploading', sha256: null, received_bytes: 0, received_at: null });
    await renderPart(<FilesPanel exhibit={exhibit(arriving)} />);
    const line = (await screen.findAllByRole('row')).at(-1)!;
    expect(line.textContent).toMatch(/0\s?% received/);
    expect(line.textContent).not.toContain('Interrupted');
  });

  it('tells that a file which was kept differs from its declared hash', async () => {
    await renderPart(<FilesPanel exhibit={exhibit(file('copy.txt', { declared_sha256: DECLARED }))} />);
    expect(await screen.findByText(/Differs from the declared hash/)).toBeTruthy();
  });
});

describe('UploadRow', () => {
  it.each([
    ['quota', /the storage of your party or your team is used up/, true],
    ['full', /The server has no free storage/, true],
    ['hash_differs', /differs from its declared hash/, false],
  ] as const)('says of %s what happened, and whether one press goes on', async (state, words, resumable) => {
    await renderPart(
      <ul>
        <UploadRow upload={upload(state)} />
      </ul>,
    );
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(screen.queryByRole('button', { name: 'Resume disk.dd' }) !== null).toBe(resumable);
    expect(screen.queryByRole('button', { name: 'Pause disk.dd' })).toBeNull();
  });

  it('says how much of a paused file has arrived', async () => {
    await renderPart(
      <ul>
        <UploadRow upload={upload('paused')} />
      </ul>,
    );
    expect((await screen.findByRole('listitem')).textContent).toMatch(/Paused at 40\s?%/);
    expect(screen.getByRole('button', { name: 'Resume disk.dd' })).toBeTruthy();
  });
});

describe('an upload and the file that it sends', () => {
  const here = (more: Partial<Upload>) => ({ ...upload('starting'), ...more });
  const announced = { id: 'f-1', name: 'disk.dd', size_bytes: 100 };
  it('are matched before the page learns the id of the file', () => {
    expect(sendsFile(here({}), 'ex-1', announced)).toBe(true);
    expect(sendsFile(here({ state: 'retrying' }), 'ex-1', announced)).toBe(true);
    expect(sendsFile(here({ evidence: 'ex-2' }), 'ex-1', announced)).toBe(false);
    expect(sendsFile(here({ state: 'failed' }), 'ex-1', announced)).toBe(false);
  });
  it('stay matched until the exhibit shows the file as complete', () => {
    expect(sendsFile(here({ state: 'done', fileId: 'f-1' }), 'ex-1', announced)).toBe(true);
    expect(sendsFile(here({ fileId: 'f-2' }), 'ex-1', announced)).toBe(false);
  });
});
