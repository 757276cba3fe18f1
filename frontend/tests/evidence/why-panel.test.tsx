/** The reasons of access: the verdict never contradicts the button of the same act. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { WhyPanel } from '@/features/evidence/exhibit/WhyPanel';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const ALLOWED = { allowed: true, because: [{ code: 'level_held' }], obligations: [], release: null };

it('is “Not allowed” with the reason where the rules allow it but no file is complete', async () => {
  const shown = exhibit() as unknown as EvidenceView;
  const may = { ...shown.may, open: { allowed: false, because: ['no_files'], obligations: [] } };
  await renderPart(<WhyPanel exhibit={{ ...shown, may }} />, (api) => {
    api.on('GET', `${TEAM}/evidence/exhibit-1/decision`, () => ALLOWED);
  });
  expect(await screen.findByText('Not allowed')).toBeTruthy();
  expect(screen.getByText('No file is complete yet.')).toBeTruthy();
});
