/** The addresses of the page. A screen's code is fetched when it is first needed; the evidence list comes with the shell. */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { poolQuery, situationQuery } from '@/api/queries';
import { readAuditSearch } from '@/features/audit/log/queries';
import { Crash, Missing, Waiting } from './Fallbacks';
import { EvidencePage } from './pages/evidence/EvidencePage';
import { later, root, team } from './routes/base';
import { requestRoutes } from './routes/requests';
import { screen } from './screen';
import {
  readAtTheSearch,
  readCalendar,
  readConsents,
  readExhibitTab,
  readFilters,
  readSignIn,
  readTaskFilters,
  readWords,
} from './searches';
import { mine, signedIn } from './signedIn';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: screen(() => import('./pages/accounts/SignInPage'), 'SignInPage'),
  validateSearch: readSignIn,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async (parts) => {
    const {
      account: { operator },
      seats: [first, second],
    } = await signedIn(parts);
    // An operator without a team has nothing to do in the list of teams.
    if (operator && !first) throw redirect({ to: '/administration', replace: true });
    // A user with one team goes there directly; the mark in the corner leads back.
    throw first && !second
      ? redirect({ to: '/jits/$jit', params: { jit: first.jit.id }, replace: true })
      : redirect({ to: '/teams', replace: true });
  },
});

const teams = createRoute({
  getParentRoute: () => root,
  path: '/teams',
  component: screen(() => import('./pages/teams/TeamsPage'), 'TeamsPage'),
  beforeLoad: mine,
});
const found = createRoute({
  getParentRoute: () => root,
  path: '/teams/new',
  component: screen(() => import('./pages/teams/FoundPage'), 'FoundPage'),
  beforeLoad: mine,
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: screen(() => import('./pages/accounts/InvitationPage'), 'InvitationPage'),
});
const recovery = createRoute({
  getParentRoute: () => root,
  path: '/recovery',
  component: screen(() => import('./pages/accounts/RecoveryPage'), 'RecoveryPage'),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: screen(() => import('./pages/accounts/OrganisationPage'), 'OrganisationPage'),
  beforeLoad: mine,
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: screen(() => import('./pages/accounts/SetupPage'), 'SetupPage'),
});
const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: screen(() => import('./pages/accounts/AdministrationPage'), 'AdministrationPage'),
  beforeLoad: mine,
});
const myTasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  component: screen(() => import('./pages/coordination/MyTasksPage'), 'MyTasksPage'),
  beforeLoad: mine,
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: screen(() => import('./pages/accounts/AccountPage'), 'AccountPage'),
  beforeLoad: mine,
});

const findPage = screen(() => import('./pages/evidence/FindPage'), 'FindPage');
const findAny = createRoute({ getParentRoute: () => root, path: '/find', component: findPage, beforeLoad: mine });
const find = createRoute({ getParentRoute: () => root, path: '/find/$code', component: findPage, beforeLoad: mine });

/** Loads nothing beforehand: it works without a network and after sign-out. */
const atTheSearch = createRoute({
  getParentRoute: () => root,
  path: '/jits/$jit/at-the-search',
  component: screen(() => import('./pages/coordination/AtTheSearchPage'), 'AtTheSearchPage'),
  validateSearch: readAtTheSearch,
});

const evidence = createRoute({
  getParentRoute: () => team,
  path: 'evidence',
  component: EvidencePage,
  validateSearch: readFilters,
  beforeLoad: ({ context, params, search }) =>
    void context.queries.infiniteQuery(poolQuery(params.jit, search)).catch(later),
});
const exhibit = createRoute({
  getParentRoute: () => team,
  path: 'evidence/$evidence',
  component: screen(() => import('./pages/evidence/ExhibitPage'), 'ExhibitPage'),
  validateSearch: readExhibitTab,
});
const tasks = createRoute({
  getParentRoute: () => team,
  path: 'tasks',
  component: screen(() => import('./pages/coordination/TasksPage'), 'TasksPage'),
  validateSearch: readTaskFilters,
});
const calendar = createRoute({
  getParentRoute: () => team,
  path: 'calendar',
  component: screen(() => import('./pages/coordination/CalendarPage'), 'CalendarPage'),
  validateSearch: readCalendar,
});
const task = createRoute({
  getParentRoute: () => team,
  path: 'tasks/$task',
  component: screen(() => import('./pages/coordination/TaskPage'), 'TaskPage'),
});
const messagesPage = screen(() => import('./pages/coordination/MessagesPage'), 'MessagesPage');
const messages = createRoute({
  getParentRoute: () => team,
  path: 'messages',
  component: messagesPage,
  validateSearch: readWords,
});
const channel = createRoute({
  getParentRoute: () => team,
  path: 'messages/$channel',
  component: messagesPage,
  validateSearch: readWords,
});
const operations = createRoute({
  getParentRoute: () => team,
  path: 'operations',
  component: screen(() => import('./pages/coordination/OperationsPage'), 'OperationsPage'),
});
const operation = createRoute({
  getParentRoute: () => team,
  path: 'operations/$operation',
  validateSearch: ({ leaving }: Record<string, unknown>): { leaving?: true } => (leaving === true ? { leaving } : {}),
  component: screen(() => import('./pages/coordination/OperationPage'), 'OperationPage'),
});
const operationBoard = createRoute({
  getParentRoute: () => team,
  path: 'operations/$operation/board',
  component: screen(() => import('./pages/coordination/BoardPage'), 'BoardPage'),
});
const consents = createRoute({
  getParentRoute: () => team,
  path: 'consents',
  component: screen(() => import('./pages/sharing/ConsentsPage'), 'ConsentsPage'),
  validateSearch: readConsents,
});
const copies = createRoute({
  getParentRoute: () => team,
  path: 'copies',
  component: screen(() => import('./pages/custody/CopiesPage'), 'CopiesPage'),
});
const verifications = createRoute({
  getParentRoute: () => team,
  path: 'verifications',
  component: screen(() => import('./pages/sharing/VerificationsPage'), 'VerificationsPage'),
});
const reviews = createRoute({
  getParentRoute: () => team,
  path: 'reviews',
  component: screen(() => import('./pages/retention/ReviewsPage'), 'ReviewsPage'),
});
const alerts = createRoute({
  getParentRoute: () => team,
  path: 'alerts',
  component: screen(() => import('./pages/notifications/AlertsPage'), 'AlertsPage'),
});
const audit = createRoute({
  getParentRoute: () => team,
  path: 'audit',
  component: screen(() => import('./pages/audit/AuditPage'), 'AuditPage'),
  validateSearch: readAuditSearch,
});

const access = createRoute({
  getParentRoute: () => team,
  path: 'access',
  component: screen(() => import('./pages/sharing/AccessPage'), 'AccessPage'),
});
const situation = createRoute({
  getParentRoute: () => team,
  path: '/',
  component: screen(() => import('./pages/coordination/SituationPage'), 'SituationPage'),
  beforeLoad: ({ context, params }) => void context.queries.query(situationQuery(params.jit)).catch(later),
});
const members = createRoute({
  getParentRoute: () => team,
  path: 'members',
  component: screen(() => import('./pages/teams/MembersPage'), 'MembersPage'),
});

const routes = root.addChildren([
  signIn,
  invitation,
  recovery,
  organisation,
  setup,
  administration,
  home,
  teams,
  found,
  myTasks,
  account,
  findAny,
  find,
  atTheSearch,
  team.addChildren([
    situation,
    members,
    evidence,
    exhibit,
    tasks,
    task,
    calendar,
    messages,
    channel,
    operations,
    operation,
    operationBoard,
    ...requestRoutes,
    consents,
    verifications,
    reviews,
    copies,
    alerts,
    access,
    audit,
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Missing,
    defaultPendingComponent: Waiting,
    defaultPreload: false,
    scrollRestoration: true,
    // The screens scroll within the frame (Shell.tsx).
    scrollToTopSelectors: ['#content'],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
