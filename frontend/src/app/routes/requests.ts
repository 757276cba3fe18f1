/** The routes of legal requests. */
import { createRoute } from '@tanstack/react-router';
import { screen } from '../screen';
import { readForm, readNewRequest, readNoticeFilters, readRequestFilters } from '../searches';
import { team } from './base';

const requests = createRoute({
  getParentRoute: () => team,
  path: 'requests',
  component: screen(() => import('../pages/requests/RequestsPage'), 'RequestsPage'),
  validateSearch: readRequestFilters,
});
const newRequest = createRoute({
  getParentRoute: () => team,
  path: 'requests/new',
  component: screen(() => import('../pages/requests/RequestFormPage'), 'RequestFormPage'),
  validateSearch: readNewRequest,
});
const request = createRoute({
  getParentRoute: () => team,
  path: 'requests/$request',
  component: screen(() => import('../pages/requests/RequestPage'), 'RequestPage'),
});
const filledForm = createRoute({
  getParentRoute: () => team,
  path: 'requests/$request/form',
  component: screen(() => import('../pages/requests/FilledFormPage'), 'FilledFormPage'),
  validateSearch: readForm,
});
const expiring = createRoute({
  getParentRoute: () => team,
  path: 'expiring',
  component: screen(() => import('../pages/requests/ExpiringPage'), 'ExpiringPage'),
});
const recognise = createRoute({
  getParentRoute: () => team,
  path: 'identifiers',
  component: screen(() => import('../pages/requests/RecognisePage'), 'RecognisePage'),
});
const adviser = createRoute({
  getParentRoute: () => team,
  path: 'routes',
  component: screen(() => import('../pages/requests/RoutesPage'), 'RoutesPage'),
});
const directory = createRoute({
  getParentRoute: () => team,
  path: 'directory',
  component: screen(() => import('../pages/requests/DirectoryPage'), 'DirectoryPage'),
});

const notices = createRoute({
  getParentRoute: () => team,
  path: 'notices',
  component: screen(() => import('../pages/requests/NoticesPage'), 'NoticesPage'),
  validateSearch: readNoticeFilters,
});
const newNotice = createRoute({
  getParentRoute: () => team,
  path: 'notices/new',
  component: screen(() => import('../pages/requests/NewNoticePage'), 'NewNoticePage'),
});
const noticeImport = createRoute({
  getParentRoute: () => team,
  path: 'notices/import',
  component: screen(() => import('../pages/requests/NewNoticePage'), 'NoticeImportPage'),
});
const notice = createRoute({
  getParentRoute: () => team,
  path: 'notices/$notice',
  component: screen(() => import('../pages/requests/NoticePage'), 'NoticePage'),
});
const noticeEdit = createRoute({
  getParentRoute: () => team,
  path: 'notices/$notice/edit',
  component: screen(() => import('../pages/requests/NoticePage'), 'NoticeEditPage'),
});
const noticeRoutes = [notices, newNotice, noticeImport, notice, noticeEdit] as const;

const reciprocity = createRoute({
  getParentRoute: () => team,
  path: 'reciprocity',
  component: screen(() => import('../pages/requests/ReciprocityPage'), 'ReciprocityPage'),
});
const hearings = createRoute({
  getParentRoute: () => team,
  path: 'hearings',
  component: screen(() => import('../pages/requests/HearingsPage'), 'HearingsPage'),
});
const hearing = createRoute({
  getParentRoute: () => team,
  path: 'hearings/$hearing',
  component: screen(() => import('../pages/requests/HearingPage'), 'HearingPage'),
});

export const requestRoutes = [
  requests,
  newRequest,
  request,
  expiring,
  recognise,
  adviser,
  directory,
  filledForm,
  reciprocity,
  ...noticeRoutes,
  hearings,
  hearing,
] as const;
