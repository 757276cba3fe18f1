/** An exhibit that is recalled while its page is open. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { isRecalled, Recalled } from '@/features/evidence/exhibit/Recalled';
import type { Fact } from '@/realtime/frames';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';

const SHOWN = { ...(exhibit() as unknown as EvidenceView), mine: false, originator: 'NL' };
const fact = (kind: string, position: number, evidence = SHOWN.id): Fact => ({
  kind,
  position,
  subject: { evidence },
  seat: 'NL-01',
  party: 'NL',
  at: '2026-11-26T08:00:00Z',
});

it('names the originator and leads to the copies after a recall alone', async () => {
  expect(isRecalled([fact('evidence.recalled', 8)], 7, SHOWN)).toBe(true);
  expect(isRecalled([fact('evidence.recalled', 7)], 7, SHOWN)).toBe(false);
  expect(isRecalled([fact('evidence.recalled', 8, 'another')], 7, SHOWN)).toBe(false);
  expect(isRecalled([fact('evidence.released', 9), fact('evidence.recalled', 8)], 7, SHOWN)).toBe(false);
  await renderPart(<Recalled exhibit={SHOWN} />);
  expect(await screen.findByText('The Netherlands recalled this exhibit')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open copies' }).getAttribute('href')).toMatch(/\/copies$/);
});
