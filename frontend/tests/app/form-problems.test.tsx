/** What the server says of a form: beside its fields, and whatever belongs to no field once for the whole form. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { ActDialog } from '@/features/custody/physical-custody/ActDialog';
import type { PhysicalCustodyView } from '@/features/custody/physical-custody/queries';
import { problem } from '../support/api';
import { exhibit } from '../support/exhibits';
import { fill, renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const AT = { evidence: 'exhibit-1', version: 1, receivers: [] } as unknown as PhysicalCustodyView;
const EVENTS = `${TEAM}/physical-custody/exhibit-1/events`;

it('stands beside the fields that it is about, and goes when these change', async () => {
  const page = await renderPart(
    <ActDialog exhibit={exhibit() as unknown as EvidenceView} at={AT} step="seized" onClose={() => undefined} />,
    (api) =>
      api.on('POST', EVENTS, () =>
        problem(422, 'invalid', {
          detail: 'Some fields are not valid.',
          errors: [
            { field: 'place', message: 'Name a place.' },
            { field: 'remarks', message: 'Write fewer words.' },
          ],
        }),
      ),
  );
  const { api, user } = page;
  await user.click(await screen.findByRole('button', { name: 'Record' }));
  const place = screen.getByRole('textbox', { name: /^Place/ });
  expect(place.getAttribute('aria-invalid')).toBe('true');
  expect(api.of('POST', EVENTS)).toHaveLength(0);
  await fill(page, place, 'Delft');
  await user.click(screen.getByRole('button', { name: 'Record' }));
  await screen.findByText('Name a place.');
  screen.getByText('Write fewer words.');
  expect(screen.queryByRole('alert')).toBeNull();
  await fill(page, place, ' harbour');
  await waitFor(() => expect(screen.queryByText('Name a place.')).toBeNull());
});

it('is one notice where part of it belongs to no field', async () => {
  const { user } = await renderPart(
    <ActDialog exhibit={exhibit() as unknown as EvidenceView} at={AT} step="seized" onClose={() => undefined} />,
    (api) => api.on('POST', EVENTS, () => problem(409, 'conflict', { detail: 'The item was handed over.' })),
  );
  await user.type(await screen.findByRole('textbox', { name: /^Place/ }), 'Delft');
  await user.click(screen.getByRole('button', { name: 'Record' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The item was handed over.');
});
