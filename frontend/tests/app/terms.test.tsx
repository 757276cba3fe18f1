/** Definitions of the terms of the field: reached by keyboard, and beside a label that stays as it is. */
import { Select } from '@mantine/core';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { explained } from '@/components/help/explained';
import { HintLayer } from '@/components/hints/HintLayer';
import { Panel } from '@/components/layout/Panel';
import { renderPart } from '../support/screen';

it('shows a definition at a heading and at a label when its mark is pressed by keyboard', async () => {
  const { user } = await renderPart(
    <>
      <HintLayer />
      <Panel title="Copies held by others" term="copy">
        <Select label="Handling code" data={['H0', 'H1']} {...explained('handling')} />
      </Panel>
    </>,
  );
  expect(await screen.findByRole('heading', { name: 'Copies held by others' })).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Handling code' })).toBeTruthy();

  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Definition of “Copy”');
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('tooltip')).textContent).toContain('An original that a member downloaded');

  await user.tab();
  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Definition of “Handling code”');
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('tooltip')).textContent).toContain('from H0 to H3');
});
