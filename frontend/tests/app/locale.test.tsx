/** Dates follow the account that signs in, also after another session was forgotten, without a reload. */
import { act, render, screen } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { makeQueryClient } from '@/api/client';
import { forget } from '@/api/forget';
import { meQuery } from '@/api/queries';
import { LocaleProvider, useLocale } from '@/api/team';
import { ownZone } from '@/lib/zones';
import '@/i18n';

const Zone = () => <p>{useLocale().zone}</p>;

it('shows times in the zone of whoever signs in next', async () => {
  const queries = makeQueryClient();
  const signIn = (time_zone: string) =>
    act(() => queries.setQueryData(meQuery().queryKey, { account: { time_zone, locale: 'en' } } as never));
  render(
    <QueryClientProvider client={queries}>
      <LocaleProvider>
        <Zone />
      </LocaleProvider>
    </QueryClientProvider>,
  );
  void signIn('Asia/Tokyo');
  expect(await screen.findByText('Asia/Tokyo')).toBeTruthy();
  act(() => forget(queries));
  expect(await screen.findByText(ownZone())).toBeTruthy();
  void signIn('America/Lima');
  expect(await screen.findByText('America/Lima')).toBeTruthy();
});
