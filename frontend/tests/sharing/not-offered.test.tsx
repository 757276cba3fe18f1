/** A choice of parties names those that it does not offer, with the reason. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NotOffered } from '@/components/sharing/NotOffered';
import { renderPart } from '../support/screen';
import { party, TEAM } from '../support/team';

const REASON = /^Not offered: .*attestation/;

it('a third country is named with the reason why it is not offered', async () => {
  await renderPart(<NotOffered />, (fake) => {
    fake.on('GET', `${TEAM}/parties`, () => ({
      items: [
        party('NL', 'Netherlands', 'Europe/Amsterdam'),
        { ...party('CH', 'Switzerland', 'Europe/Zurich'), kind: 'third_country' },
      ],
    }));
  });
  expect((await screen.findByText(REASON)).textContent).toContain('Switzerland');
});

it('a team of parties of the Union is told nothing', async () => {
  await renderPart(
    <>
      <p>Shown</p>
      <NotOffered />
    </>,
  );
  await screen.findByText('Shown');
  expect(screen.queryByText(REASON)).toBeNull();
});
