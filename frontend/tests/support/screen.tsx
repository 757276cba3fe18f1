/**
 * Renders a component or a route of the page in jsdom, with the fake API of `api.ts` and the team of `team.ts`.
 *
 *     const { api, user } = await renderPart(<ChecklistPanel task={task} />);          // one component within the team
 *     const { api, user, go } = await renderRoute('/jits/jit-1/tasks/task-1', answer);   // a screen with router, shell and live channel
 */
import { MantineProvider, mergeThemeOverrides, ModalStack } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  type AnyRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { act, cleanup, configure, render, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { Suspense, type ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { configureClient, makeQueryClient } from '@/api/client';
import { belongsTo } from '@/api/owner';
import { forgetPositions } from '@/api/position';
import { TeamProvider } from '@/api/team';
import { themeWithTexts } from '@/app/themeWithTexts';
import { Root } from '@/app/Root';
import { firstScreenShown } from '@/lib/lazyLoading';
import { FakeSocket, installFakeApi, type FakeApi } from './api';
import { answerTeam, JIT } from './team';

/** `go`: to another address of the page, as a link does. `live`: send a frame of the live channel (routes only). */
export type Screen = {
  api: FakeApi;
  user: UserEvent;
  queries: QueryClient;
  go: (path: string) => Promise<void>;
  back: () => void;
  live: (frame: object) => void;
};

configureClient(() => undefined);
// A busy machine is slow. A condition that holds is not waited for any longer.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });
// Loads the parts that the page loads after its first screen.
firstScreenShown();
// jsdom has no layout and no fonts.
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
globalThis.scrollTo = () => undefined;
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

const atOnce = { transitionProps: { duration: 0 } };
/** The theme of the page, whose dialogs and menus open and close at once. */
const still = mergeThemeOverrides(themeWithTexts, {
  components: {
    Modal: { defaultProps: atOnce },
    Drawer: { defaultProps: atOnce },
    Menu: { defaultProps: atOnce },
    Popover: { defaultProps: atOnce },
    Combobox: { defaultProps: atOnce },
  },
});

let opened: { history: RouterHistory; queries: QueryClient } | null = null;

afterEach(() => {
  cleanup();
  opened?.queries.clear();
  opened?.history.destroy();
  opened = null;
  belongsTo(null);
  forgetPositions();
  localStorage.clear();
});

/** The page's own client, which asks once. */
function makeQueries(): QueryClient {
  const queries = makeQueryClient();
  const own = queries.getDefaultOptions();
  queries.setDefaultOptions({ ...own, queries: { ...own.queries, retry: false } });
  return queries;
}

async function show(queries: QueryClient, router: AnyRouter, api: FakeApi): Promise<Screen> {
  const history = router.history as RouterHistory;
  opened = { history, queries };
  render(
    <MantineProvider theme={still}>
      <Notifications />
      <ModalStack>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ModalStack>
    </MantineProvider>,
  );
  await waitFor(() => {
    if (router.state.status !== 'idle') throw new Error('the route is still loading');
  });
  return {
    api,
    queries,
    user: userEvent.setup({ delay: null }),
    go: (path) => act(() => router.navigate({ href: path })),
    back: () =>
      act(() => {
        history.back();
      }),
    live: (frame) =>
      act(() => {
        for (const socket of FakeSocket.all) socket.say(frame);
      }),
  };
}

/** One component within the team, at an address of its own. `answer` sets the answers of the API before it is rendered. */
export async function renderPart(part: ReactNode, answer: (api: FakeApi) => void = () => undefined): Promise<Screen> {
  const api = installFakeApi();
  answerTeam(api);
  answer(api);
  history.replaceState(null, '', `/jits/${JIT}`);
  const root = createRootRoute({ component: Root });
  const seated = () => (
    <Suspense fallback={null}>
      <TeamProvider jit={JIT} missing="not in this team">
        {part}
      </TeamProvider>
    </Suspense>
  );
  const route = createRoute({ getParentRoute: () => root, path: '$', component: seated });
  return show(makeQueries(), createRouter({ routeTree: root.addChildren([route]) }), api);
}

/** The whole page at an address. Its code is fetched when a test first asks for it. */
export async function renderRoute(path: string, answer: (api: FakeApi) => void = () => undefined): Promise<Screen> {
  const { makeRouter } = await import('@/app/router');
  const api = installFakeApi();
  answerTeam(api);
  answer(api);
  history.replaceState(null, '', path);
  const queries = makeQueries();
  return show(queries, makeRouter(queries), api);
}

/** Fill a field at once. Typing letter by letter redraws a large form for each letter. */
export async function fill({ user }: Screen, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}
