/** The e-CODEX connector: evidences that are imported, and the folder with the files of papers. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { problem } from '../support/api';
import { fill } from '../support/screen';
import { NOW, TEAM } from '../support/team';
import { at, request, REQUESTS } from './answers';

const hop = (receipt: string, arrived_at: string) => ({
  id: arrived_at,
  authority: 'Staatsanwaltschaft Köln',
  country: 'DE',
  contact: null,
  channel: 'e-CODEX',
  receipt,
  signature: 'not_checked',
  arrived_at,
  recorded_at: NOW,
  seat: 'NL-01',
});
const xml = (time: string) => `<Evidence><EventTime>${time}</EventTime></Evidence>`;
const file = (name: string, text: string) => new File([text], name, { type: 'text/xml' });

it('evidences are imported in the order of their events, and each tells its step or refusal', async () => {
  const hops: object[] = [];
  const { api, user } = await at('requests/request-1', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, () => request({ hops }));
    fake.on('POST', `${REQUESTS}/request-1/evidences`, ({ body }) => {
      if (!(body as { xml: string }).xml.includes('2026-05-16'))
        return problem(422, 'invalid', { detail: 'This evidence is about another message.' });
      hops.push(hop('SubmissionAcceptance', '2026-05-16T09:00:00Z'));
      return request({ hops });
    });
  });
  await screen.findByText('Import delivery receipts');
  const input = document.querySelector('input[type=file]');
  await user.upload(input as HTMLInputElement, [
    file('later.xml', xml('2026-05-17T09:00:00Z')),
    file('first.xml', xml('2026-05-16T09:00:00Z')),
  ]);
  await screen.findByText(/first\.xml: step “Submission accepted” added/);
  const refused = (await screen.findByText('later.xml was not imported')).closest('[role=alert]');
  within(refused as HTMLElement).getByText('This evidence is about another message.');
  await screen.findByText(/Signature not checked/);
  const sent = api.of('POST', `${REQUESTS}/request-1/evidences`).map(({ body }) => (body as { xml: string }).xml);
  expect(sent).toEqual([xml('2026-05-16T09:00:00Z'), xml('2026-05-17T09:00:00Z')]);
});

const paper = (number: string, more: object) => ({
  evidence: number,
  number,
  title: `Annex ${number}`,
  kind: 'annex',
  added_at: NOW,
  files: 0,
  size_bytes: 0,
  missing: null,
  handling_text: null,
  ...more,
});
const form = {
  key: 'eio_annex_a',
  title: 'European Investigation Order',
  form_version: '2014',
  source: 'Directive 2014/41/EU, Annex A',
  forms: [],
  sections: [],
  values: {},
  saved: {},
  prefilled: [],
  proposed: {},
  missing: [],
  advised: [],
  broken: [],
  country: 'DE',
  checks: [],
  version: 1,
  updated_at: NOW,
  updated_by: 'NL-01',
  may_edit: false,
  follow_up: null,
  sent_at: null,
};

it('the folder tells its size and what is missing, and is downloaded once each download is recorded', async () => {
  const papers = [
    paper('NL-1', { files: 2, size_bytes: 3_000_000, handling_text: 'For this case only.' }),
    paper('DE-2', { missing: 'The exhibit cannot be opened.' }),
  ];
  const folder = { papers, files: 2, size_bytes: 3_000_000, most_bytes: 1e9, most_files: 1000, fits: true };
  const shown = await at('requests/request-1/form', (fake) => {
    fake.on('GET', `${REQUESTS}/request-1`, () => request());
    fake.on('GET', `${REQUESTS}/request-1/form`, () => form);
    fake.on('GET', `${REQUESTS}/request-1/ecodex`, () => folder);
    fake.on('POST', `${TEAM}/evidence/*/openings`, () => ({ id: 'opening-1', act: 'take' }));
  });
  const { api, user } = shown;
  await user.click(await screen.findByRole('button', { name: 'Prepare e-CODEX folder' }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText(/The folder has 2 files of papers \(3\sMB\)/);
  dialog.getByText('Missing: The exhibit cannot be opened.');
  await user.click(dialog.getByRole('button', { name: 'Record downloads' }));
  await dialog.findByText('Enter the custodian.');
  expect(api.of('POST', `${TEAM}/evidence/*/openings`)).toEqual([]);
  await fill(shown, dialog.getByLabelText(/^Justification/), 'Annex of the order');
  await fill(shown, dialog.getByLabelText(/^Custodian/), 'Connector of Rotterdam');
  await fill(shown, dialog.getByLabelText(/^National file number/), '10-114-26');
  await user.click(dialog.getByRole('checkbox', { name: /I have read these texts/ }));
  await user.click(dialog.getByRole('button', { name: 'Record downloads' }));
  const link = await dialog.findByRole('link', { name: 'Download folder' });
  expect(link.getAttribute('href')).toBe(`${REQUESTS}/request-1/ecodex.zip?language=en&papers=true`);
  await waitFor(() => expect(api.of('POST', `${TEAM}/evidence/*/openings`)).toHaveLength(1));
  const [sent] = api.of('POST', `${TEAM}/evidence/NL-1/openings`);
  expect(sent?.body).toEqual({
    act: 'take',
    purpose: 'JIT_PURPOSE',
    justification: 'Annex of the order',
    custodian: 'Connector of Rotterdam',
    file_number: '10-114-26',
    acknowledged: true,
  });
});
