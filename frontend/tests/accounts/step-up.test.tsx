/** An act that is refused for want of a second factor is sent again once a code proved one. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StepUpPolicy } from '@/features/sharing/access/StepUpPolicy';
import { problem } from '../support/api';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const PATH = `${TEAM}/step-up`;
const POLICY = {
  kinds: ['export'],
  decided_by: 'NL-01',
  decided_at: '2026-03-02T09:00:00Z',
  may_set: true,
  members: 5,
  unable: 2,
  able: true,
  version: 1,
};

function policy(more: object = {}) {
  let proved = false;
  return renderPart(<StepUpPolicy />, (fake) => {
    fake.on('GET', PATH, () => ({ ...POLICY, ...more }));
    fake.on('PUT', PATH, () =>
      proved ? { ...POLICY, version: 2 } : problem(403, 'step-up-needed', { kind: 'keys_and_policy' }),
    );
    fake.on('POST', '/api/me/step-up/challenge', () => ({ challenge: null, domain: null, app: true }));
    fake.on('POST', '/api/me/step-up', ({ body }) => {
      if ((body as { code: string }).code !== '123456')
        return problem(422, 'invalid', { errors: [{ field: 'code', message: 'This code is wrong.' }] });
      proved = true;
      return undefined;
    });
  });
}

async function change(user: Awaited<ReturnType<typeof policy>>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Change second factor' }));
  await user.click(await screen.findByLabelText('recalls of releases'));
  await user.type(screen.getByLabelText(/^Reason/), 'As our instruction has it');
  await submit(user);
}

async function submit(user: Awaited<ReturnType<typeof policy>>['user']) {
  const buttons = screen.getAllByRole('button', { name: 'Change second factor', hidden: true });
  await user.click(buttons.at(-1) as HTMLElement);
}

it('the consequences are shown, the code is asked for, and the act is sent again', async () => {
  const { api, user } = await policy();
  await change(user);
  screen.getByText(/2 of 5 members have no second factor.*Tokens of scripts are refused these acts\./);
  await screen.findByLabelText(/^Code of your authenticator app/);
  await user.click(screen.getAllByRole('button', { name: 'Cancel' }).at(-1) as HTMLElement);
  await screen.findByRole('alert');
  expect(api.of('PUT', PATH), 'cancelling leaves the act undone').toHaveLength(1);
  await submit(user);
  const code = await screen.findByLabelText(/^Code of your authenticator app/);
  await user.type(code, '000000');
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
  await screen.findByText('This code is wrong.');
  await user.clear(code);
  await user.type(code, '123456');
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
  await screen.findByText('Decision recorded');
  expect(api.of('POST', '/api/me/step-up').at(-1)?.body).toEqual({ kind: 'keys_and_policy', code: '123456' });
  const sent = api.of('PUT', PATH).map(({ body, headers }) => [body, headers.get('If-Match')]);
  const once = [{ kinds: ['recall', 'export'], reason: 'As our instruction has it' }, '"1"'];
  expect(sent).toEqual([once, once, once]);
});
