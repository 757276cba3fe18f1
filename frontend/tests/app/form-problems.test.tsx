/** What the server says of a form: beside its fields, and whatever belongs to no field once for the whole form. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { ActDialog } from '@/features/custody/physical-custody/ActDialog';
import type { PhysicalCustodyView } from '@/features/custody/physical-custody/queries';
import { DescribeDrawer } from '@/features/evidence/exhibit/DescribeDrawer';
import { HoldDialog } from '@/features/retention/periods/HoldDialog';
import { AddPartyDialog } from '@/features/teams/members/AddPartyDialog';
import { problem } from '../support/api';
import { exhibit } from '../support/exhibits';
import { fill, renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const AT = { evidence: 'exhibit-1', version: 1, receivers: [] } as unknown as PhysicalCustodyView;
const HOLDS = `${TEAM}/evidence/exhibit-1/holds`;
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

it('stands beside the fields of a dialog that asks for a reason, too', async () => {
  const of = { id: 'exhibit-1', number: 'NL-4T7KD', version: 1 };
  const page = await renderPart(<HoldDialog of={of} onClose={() => undefined} />, (api) =>
    api.on('POST', HOLDS, () =>
      problem(422, 'invalid', {
        detail: 'Some fields are not valid.',
        errors: [
          { field: 'file_number', message: 'This court has other numbers.' },
          { field: 'reason', message: 'Write fewer words.' },
        ],
      }),
    ),
  );
  const { api, user } = page;
  await user.click(await screen.findByRole('button', { name: 'Set legal hold' }));
  expect(screen.getAllByText('Required.')).toHaveLength(2);
  screen.getByText('Enter a reason. It is recorded in the audit log.');
  await fill(page, screen.getByRole('textbox', { name: /^Court(?! file)/ }), 'Rotterdam District Court');
  await fill(page, screen.getByRole('textbox', { name: /^Reason/ }), 'Ordered by the court.');
  await user.click(screen.getByRole('button', { name: 'Set legal hold' }));
  screen.getByText('Required.');
  expect(api.of('POST', HOLDS)).toHaveLength(0);
  await fill(page, screen.getByRole('textbox', { name: /^Court file number/ }), '10/118');
  await user.click(screen.getByRole('button', { name: 'Set legal hold' }));
  await screen.findByText('This court has other numbers.');
  screen.getByText('Write fewer words.');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('names the authority of a party that is missing, until it is entered', async () => {
  const page = await renderPart(<AddPartyDialog onClose={() => undefined} />);
  const { user } = page;
  const add = await screen.findByRole('button', { name: 'Add a party' });
  await user.click(add);
  screen.getByText('Add at least one party.');
  await user.click(screen.getByRole('combobox', { name: 'Add a party' }));
  await user.click(await screen.findByRole('option', { name: 'Spain (ES)', hidden: true }));
  await user.click(add);
  screen.getByText('Enter the name of the authority.');
  expect(screen.queryByText('Add at least one party.')).toBeNull();
  await fill(page, screen.getByRole('textbox', { name: /^Authority 1/ }), 'Audiencia Nacional');
  expect(screen.queryByText('Enter the name of the authority.')).toBeNull();
});

it('names an emptied title of an exhibit, and the reason', async () => {
  const page = await renderPart(
    <DescribeDrawer exhibit={exhibit() as unknown as EvidenceView} onClose={() => undefined} />,
  );
  await page.user.clear(await screen.findByRole('textbox', { name: /^Title/ }));
  await page.user.click(screen.getByRole('button', { name: 'Save' }));
  screen.getByText('Required');
  screen.getByText('Enter a reason. It is recorded in the audit log.');
});
