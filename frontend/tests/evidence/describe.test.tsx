/** Editing the details of an exhibit: each field has the input of its type, and a number is sent as a number. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { DescribeDrawer } from '@/features/evidence/exhibit/DescribeDrawer';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

it('sends the weight that was entered, as a number', async () => {
  const shown = exhibit() as unknown as EvidenceView;
  const sent: unknown[] = [];
  const { user } = await renderPart(<DescribeDrawer exhibit={shown} onClose={() => undefined} />, (api) => {
    api.on('PATCH', `${TEAM}/evidence/exhibit-1`, ({ body }) => {
      sent.push(body);
      return shown;
    });
  });
  await user.type(await screen.findByLabelText('Weight in grams'), '12x50');
  await user.type(screen.getByLabelText(/Reason/), 'Weighed');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(() => sent).toEqual([{ weight_grams: 1250, reason: 'Weighed' }]);
});
