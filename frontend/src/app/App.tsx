/** The providers around the screens: theme, texts, queries, notifications, router. */
import { MantineProvider, ModalStack } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { configureClient, makeQueryClient } from '@/api/client';
import { forget } from '@/api/forget';
import { meQuery } from '@/api/queries';
import { HintLayer } from '@/components/hints/HintLayer';
import { loadLater } from '@/lib/lazyLoading';
import { themeWithTexts } from './themeWithTexts';
import { nonce } from './nonce';
import { makeRouter } from './router';
import { forgetDays, watchReader } from './savedDays';

const Notifications = loadLater(async () => (await import('@mantine/notifications')).Notifications);

const queries = makeQueryClient();
const router = makeRouter(queries);
watchReader(queries);

let leaving = false;

configureClient(() => {
  forgetDays();
  // The session ended somewhere: the screen goes, and with it everything that was read under it. In this order, because a
  // screen that is still shown would load the removed data again, and fail.
  // At a search one goes on: the page says it, and keeps what is entered until somebody signs in again.
  if (router.state.location.pathname.endsWith('/at-the-search')) return;
  if (
    leaving ||
    router.state.location.pathname === '/sign-in' ||
    queries.getQueryData(meQuery().queryKey) === undefined
  )
    return;
  leaving = true;
  void router
    .navigate({ to: '/sign-in', search: { ended: true, next: router.state.location.href }, replace: true })
    .finally(() => {
      forget(queries);
      leaving = false;
    });
});

export function App() {
  return (
    <MantineProvider
      theme={themeWithTexts}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
      deduplicateCssVariables
    >
      <Suspense fallback={null}>
        <Notifications position="bottom-left" limit={4} />
      </Suspense>
      <HintLayer />
      <ModalStack>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ModalStack>
    </MantineProvider>
  );
}
