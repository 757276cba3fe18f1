/** The dialog of an export package: it tells which exhibits the server refused, and removes them at one press. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ExportDialog } from '@/features/audit/exports/ExportDialog';
import { problem } from '../support/api';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const own = exhibit({ id: 'own', title: 'Disk', exhibit_number: 'NL-1' });
const foreign = exhibit({ id: 'foreign', title: 'Phone', exhibit_number: 'DE-1' });
const LIMIT = { evidence: 'own', exhibit_number: 'NL-1', wording: 'Only for fraud.', clause: null };
const preview = (limits: object[]) => ({
  disclosed: [],
  withheld: 0,
  fields: null,
  requests: null,
  origins: [],
  limits_of_use: limits,
  zone: 'Europe/Amsterdam',
  zone_source: 'acquisition',
  files: null,
});
const scopeOf = (body: unknown) => JSON.stringify((body as { scope: unknown }).scope);

it('marks refused exhibits beside their rows, and removes those that cannot be exported', async () => {
  let limits: object[] = [];
  const { api, user } = await renderPart(<ExportDialog exhibits={['own', 'foreign']} onClose={() => {}} />, (fake) => {
    fake.on('GET', `${TEAM}/exports/offers`, () => ({ items: [{ profile: 'court', scope: 'exhibits' }] }));
    fake.on('GET', `${TEAM}/evidence`, () => ({ items: [own, foreign], next: null }));
    fake.on('POST', `${TEAM}/exports/preview`, ({ body }) =>
      scopeOf(body).includes('foreign')
        ? problem(403, 'originator-only', { refused_exhibits: [{ evidence: 'foreign' }] })
        : preview(limits),
    );
    fake.on('POST', `${TEAM}/exports`, () => {
      limits = [LIMIT];
      return problem(409, 'limits-not-acknowledged', { refused_exhibits: [{ evidence: 'own' }] });
    });
  });
  const rows = async () =>
    within(await screen.findByRole('list', { name: 'Exhibits in the package' })).getAllByRole('listitem');
  await screen.findByText('You cannot export it. Request consent to use in court, or remove it.');
  expect((await rows()).map((row) => row.textContent.includes('You cannot export it'))).toEqual([false, true]);
  await user.click(screen.getByRole('button', { name: 'Remove 1 refused exhibit' }));
  expect(await rows()).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Create export package' }));
  await screen.findByText('Its use is limited. Confirm that you read the limits below.');
  expect(await screen.findByText('Only for fraud.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /refused exhibit/ })).toBeNull();
  expect(api.of('POST', `${TEAM}/exports`)).toHaveLength(1);
});

it('shows the zone of the place of acquisition, and sends another one only when it is chosen', async () => {
  const { api, user } = await renderPart(<ExportDialog exhibits={['own']} onClose={() => {}} />, (fake) => {
    fake.on('GET', `${TEAM}/exports/offers`, () => ({ items: [{ profile: 'court', scope: 'exhibits' }] }));
    fake.on('GET', `${TEAM}/evidence`, () => ({ items: [own], next: null }));
    fake.on('POST', `${TEAM}/exports/preview`, () => preview([]));
    fake.on('POST', `${TEAM}/exports`, () => problem(503, 'busy'));
  });
  const sent = () => api.of('POST', `${TEAM}/exports`).map(({ body }) => (body as { zone?: string }).zone);
  await screen.findByText('Times in the documents: Europe/Amsterdam, the zone of the place of acquisition.');
  await user.click(screen.getByRole('button', { name: 'Create export package' }));
  await user.click(screen.getByRole('button', { name: 'Language, time zone, proceeding and reason' }));
  const zone = await screen.findByRole('combobox', { name: 'Time zone of the documents' });
  expect((zone as HTMLInputElement).value).toBe('Europe/Amsterdam');
  await user.click(zone);
  await user.clear(zone);
  await user.type(zone, 'Europe/Hels');
  await user.click(await screen.findByRole('option', { name: 'Europe/Helsinki', hidden: true }));
  await screen.findByText('Times in the documents: Europe/Helsinki, as chosen.');
  await user.click(screen.getByRole('button', { name: 'Create export package' }));
  expect(sent()).toEqual([undefined, 'Europe/Helsinki']);
});

it('includes originals: says which and why not, asks for the custodian once, and sends nothing without it', async () => {
  const text = 'Not to be shown to the suspect.';
  const held = { evidence: 'own', exhibit_number: 'NL-1', title: 'Disk', files: 2, size_bytes: 2000 };
  const viewed = { evidence: 'foreign', exhibit_number: 'DE-1', title: 'Phone', files: 0, size_bytes: 0 };
  const files = {
    exhibits: [
      { ...held, missing: null, handling_text: text },
      { ...viewed, missing: 'You may view it only.', handling_text: null },
    ],
    files: 2,
    size_bytes: 2000,
    most_bytes: 10_000,
    most_files: 10,
    fits: true,
  };
  const { api, user } = await renderPart(<ExportDialog exhibits={['own', 'foreign']} onClose={() => {}} />, (fake) => {
    fake.on('GET', `${TEAM}/exports/offers`, () => ({ items: [{ profile: 'court', scope: 'exhibits' }] }));
    fake.on('GET', `${TEAM}/evidence`, () => ({ items: [own, foreign], next: null }));
    fake.on('POST', `${TEAM}/exports/preview`, ({ query }) => ({
      ...preview([]),
      files: query.get('files_for') === 'JIT_PURPOSE' ? files : null,
    }));
    fake.on('POST', `${TEAM}/exports`, () => problem(503, 'busy'));
  });
  const send = () => user.click(screen.getByRole('button', { name: 'Create export package' }));
  await screen.findByText(/It contains no files of exhibits/);
  await user.click(screen.getByRole('checkbox', { name: 'Include files' }));
  await screen.findByText('2 files (2 kB) are included.');
  expect(screen.getByText('Missing: You may view it only.')).toBeTruthy();
  expect(screen.queryByText(/It contains no files of exhibits/)).toBeNull();
  await send();
  expect(screen.getByText('Enter the custodian.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Justification' }), 'Hearing in May');
  await user.type(screen.getByRole('textbox', { name: 'Custodian' }), 'Evidence room 2');
  await user.type(screen.getByRole('textbox', { name: 'National file number' }), '7741 Js 118/26');
  await send();
  expect(api.of('POST', `${TEAM}/exports`)).toHaveLength(0);
  await user.click(screen.getByRole('checkbox', { name: 'I have read these texts and will comply with them' }));
  await send();
  const [sent] = api.of('POST', `${TEAM}/exports`);
  expect((sent?.body as { files: unknown }).files).toEqual({
    purpose: 'JIT_PURPOSE',
    justification: 'Hearing in May',
    custodian: 'Evidence room 2',
    file_number: '7741 Js 118/26',
    acknowledged: true,
  });
});
