/** The sign-in page, and what the page forgets when a session ends. */
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { forget } from '@/api/forget';
import { meQuery } from '@/api/queries';
import type { Held } from '../support/api';
import { renderRoute } from '../support/screen';

const DEMONSTRATION = '/api/demonstration';
const nikos = { name: 'Nikos Example', email: 'nikos@gr.demo', party: 'GR', roles: ['member'] };

test('a session that ends while the sign-in page loads leaves its list of accounts and nothing else', async () => {
  let held: Held | undefined;
  const { queries, api } = await renderRoute('/sign-in', (fake) => {
    fake.on('GET', DEMONSTRATION, () => ({ password: 'lantern', accounts: [nikos] }));
    held = fake.hold('GET', DEMONSTRATION);
  });
  queries.setQueryData(meQuery().queryKey, { seats: [] } as never);

  act(() => {
    forget(queries);
  });
  held?.release();

  await screen.findByText(nikos.email);
  expect(queries.getQueryData(meQuery().queryKey)).toBeUndefined();
  expect(api.of('GET', DEMONSTRATION)).toHaveLength(1);
});
