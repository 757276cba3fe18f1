/** Generated query options by the names of the page (others: views.ts, actions.ts), and keys that facts make stale. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  listExportsOptions,
  listMembersOptions,
  listPartiesOptions,
  listPendingActionsOptions,
  listSessionsOptions,
  listTeamsOptions,
  readDemonstrationOptions,
  readDutiesOptions,
  readEvidenceOptions,
  readLedgerHealthOptions,
  readMeOptions,
  readSituationOptions,
} from './generated/@tanstack/react-query.gen';
import { narrows, queryOf, type Filters } from '@/api/filters';
import { listEvidence, listTasks, readCheckpoint } from './generated/sdk.gen';

const OF_NOTICES = ['listNotices', 'readNotice', 'listNoticeMoves', 'listNoticeReviews'] as const;
const OF_REQUESTS = [
  'listRequests',
  'readRequest',
  'readRequestForm',
  'readRequestCardFacts',
  'previewConnectorFolder',
  'listRequestMoves',
  'listChangedValues',
  'listExpiring',
  'listRequestRegister',
  'listRequestReviews',
  'readReciprocity',
  'readHearing',
] as const;
type Name =
  | OfDays
  | 'listQuarantined'
  | 'listControllers'
  | 'listWaitingReleases'
  | 'readMe'
  | 'listJits'
  | 'listParties'
  | 'listMembers'
  | 'listEvidence'
  | 'readEvidence'
  | 'readCustody'
  | 'listExports'
  | 'ledger'
  | 'listTeams'
  | 'readSituation'
  | 'listPendingActions'
  | 'listSessions'
  | 'listTasks'
  | 'readTask'
  | 'listComments'
  | 'readHistory'
  | 'listAccessRules'
  | 'listConsents'
  | 'listCopies'
  | 'listDisclosures'
  | 'listRequiredApprovals'
  | 'readReservation'
  | 'listWorkingSessions'
  | 'listAlerts'
  | 'listDigests'
  | 'listBreakGlass'
  | 'listEmergencies'
  | 'readRetention'
  | 'readFieldErasures'
  | 'listFieldErasures'
  | 'listReviews'
  | 'listRetentionRules'
  | 'readFourEyes'
  | 'readFilterTeam'
  | 'listWitnesses'
  | 'readClearanceProgress'
  | 'readVerificationProgress'
  | 'readDerivations'
  | 'readFixity'
  | 'listAcquisitions'
  | 'listFlags'
  | 'listCalendarFeeds'
  | 'readTeamCalendar'
  | 'readClosing'
  | 'listChannels'
  | 'listMessages'
  | 'searchMessages'
  | 'listTalkRules'
  | 'listBlankLabels'
  | 'listSigningKeys'
  | 'listSigningDemands'
  | 'listAwaitingSignature'
  | (typeof OF_NOTICES)[number]
  | (typeof OF_REQUESTS)[number]
  | 'listHearings'
  | 'readAdmissibility';
type Told = 'listNotifications' | 'countNotifications' | 'readNotificationPreferences' | 'readStepUpPolicy';
type Path = { jit?: string; evidence?: string; task?: string; channel?: string; operation?: string };
/** Queries about action days. */
type OfDays =
  | 'listOperations'
  | 'readOperation'
  | 'listActions'
  | 'listReports'
  | 'listProtected'
  | 'checkOperation'
  | 'listResults'
  | 'readMediaLine'
  | 'listDebriefs';
/** Matches every query of this name below the path, regardless of its filters. */
export type Key = readonly [{ readonly _id?: Name | Told; readonly path?: Path }];

const key = (_id: Name | Told, path: Path): Key => [{ _id, path }];

export const keys = {
  me: (): Key => [{ _id: 'readMe' }],
  jits: (): Key => [{ _id: 'listJits' }],
  team: (jit: string): Key => [{ path: { jit } }],
  parties: (jit: string) => key('listParties', { jit }),
  closing: (jit: string) => key('readClosing', { jit }),
  members: (jit: string) => key('listMembers', { jit }),
  pool: (jit: string) => key('listEvidence', { jit }),
  exhibit: (jit: string, evidence: string) => key('readEvidence', { jit, evidence }),
  /** All queries of an exhibit: a change affects several of them, if only by the version. */
  below: (jit: string, evidence: string): Key => [{ path: { jit, evidence } }],
  custody: (jit: string, evidence: string) => key('readCustody', { jit, evidence }),
  /** Histories of all exhibits and tasks. */
  custodies: (jit: string) => key('readCustody', { jit }),
  histories: (jit: string) => key('readHistory', { jit }),
  fieldErasures: (jit: string) => key('readFieldErasures', { jit }),
  unfinishedErasures: (jit: string) => key('listFieldErasures', { jit }),
  exports: (jit: string) => key('listExports', { jit }),
  tasks: (jit: string) => key('listTasks', { jit }),
  anyTask: (jit: string) => key('readTask', { jit }),
  task: (jit: string, task: string) => key('readTask', { jit, task }),
  comments: (jit: string, task: string) => key('listComments', { jit, task }),
  anyComments: (jit: string) => key('listComments', { jit }),
  history: (jit: string, task: string) => key('readHistory', { jit, task }),
  channels: (jit: string) => key('listChannels', { jit }),
  messages: (jit: string, channel?: string) => key('listMessages', channel ? { jit, channel } : { jit }),
  found: (jit: string) => key('searchMessages', { jit }),
  blankLabels: (jit: string) => key('listBlankLabels', { jit }),
  signingKeys: (jit: string) => key('listSigningKeys', { jit }),
  signingDemands: (jit: string) => key('listSigningDemands', { jit }),
  awaiting: (jit: string) => key('listAwaitingSignature', { jit }),
  talkRules: (jit: string) => key('listTalkRules', { jit }),
  operations: (jit: string) => key('listOperations', { jit }),
  operation: (jit: string, operation: string) => key('readOperation', { jit, operation }),
  /** All queries of an action day: participants and state decide the content of each. */
  belowDay: (jit: string, operation: string): Key => [{ path: { jit, operation } }],
  board: (jit: string, operation: string) => key('listActions', { jit, operation }),
  ticker: (jit: string, operation: string) => key('listReports', { jit, operation }),
  protected: (jit: string, operation: string) => key('listProtected', { jit, operation }),
  results: (jit: string, operation: string) => key('listResults', { jit, operation }),
  mediaLine: (jit: string, operation: string) => key('readMediaLine', { jit, operation }),
  debriefs: (jit: string, operation: string) => key('listDebriefs', { jit, operation }),
  /** Texts of all action days, for the erasure of entries. */
  saidOnDays: (jit: string): Key[] =>
    (['listActions', 'listReports', 'listProtected', 'listResults', 'readMediaLine', 'listDebriefs'] as const).map(
      (name) => key(name, { jit }),
    ),
  checks: (jit: string, operation: string) => key('checkOperation', { jit, operation }),
  accessRules: (jit: string) => key('listAccessRules', { jit }),
  consents: (jit: string) => key('listConsents', { jit }),
  /** All open exhibits, for changes of permissions. */
  exhibits: (jit: string) => key('readEvidence', { jit }),
  /** Those of all exhibits and requests. */
  requiredApprovals: (jit: string) => key('listRequiredApprovals', { jit }),
  reservation: (jit: string) => key('readReservation', { jit }),
  fourEyes: (jit: string) => key('readFourEyes', { jit }),
  stepUp: (jit: string) => key('readStepUpPolicy', { jit }),
  witnesses: (jit: string) => key('listWitnesses', { jit }),
  filterTeam: (jit: string) => key('readFilterTeam', { jit }),
  clearance: (jit: string, evidence: string) => key('readClearanceProgress', { jit, evidence }),
  disclosures: (jit: string) => key('listDisclosures', { jit }),
  /** Derivations of all exhibits, because both ends of a link are concerned. */
  derivations: (jit: string) => key('readDerivations', { jit }),
  copies: (jit: string) => key('listCopies', { jit }),
  flags: (jit: string) => key('listFlags', { jit }),
  calendarFeeds: (jit: string) => key('listCalendarFeeds', { jit }),
  calendar: (jit: string) => key('readTeamCalendar', { jit }),
  acquisitions: (jit: string, evidence: string) => key('listAcquisitions', { jit, evidence }),
  fixity: (jit: string, evidence: string) => key('readFixity', { jit, evidence }),
  situation: (jit: string) => key('readSituation', { jit }),
  pending: (jit: string) => key('listPendingActions', { jit }),
  teams: (): Key => [{ _id: 'listTeams' }],
  breakGlass: (jit: string) => key('listBreakGlass', { jit }),
  emergencies: (jit: string) => key('listEmergencies', { jit }),
  alerts: (jit: string) => key('listAlerts', { jit }),
  digests: (jit: string) => key('listDigests', { jit }),
  notices: (jit: string) => key('listNotifications', { jit }),
  noticeCounts: (jit: string) => key('countNotifications', { jit }),
  noticePreferences: (): Key => [{ _id: 'readNotificationPreferences' }],
  workingSessions: (jit: string) => key('listWorkingSessions', { jit }),
  sessions: (): Key => [{ _id: 'listSessions' }],
  ledger: (jit: string) => key('ledger', { jit }),
  waiting: (jit: string) => key('listWaitingReleases', { jit }),
  quarantined: (jit: string) => key('listQuarantined', { jit }),
  verification: (jit: string, evidence: string) => key('readVerificationProgress', { jit, evidence }),
  retention: (jit: string, evidence: string) => key('readRetention', { jit, evidence }),
  reviews: (jit: string) => key('listReviews', { jit }),
  retentionRules: (jit: string) => key('listRetentionRules', { jit }),
  controllers: (jit: string) => key('listControllers', { jit }),
  interpolNotices: (jit: string): Key[] => OF_NOTICES.map((name) => key(name, { jit })),
  /** All queries of legal requests, and of notices, which show their warrant requests and exhibits. */
  requests: (jit: string): Key[] => [...OF_REQUESTS, ...OF_NOTICES].map((name) => key(name, { jit })),
  /** Hearings with their checklists, which follow from many facts. */
  hearings: (jit: string): Key[] => [key('listHearings', { jit }), key('readHearing', { jit })],
  /** Admissibility of exhibits in each forum. An open need is also a line of a hearing checklist. */
  admissibility: (jit: string): Key[] => [key('readAdmissibility', { jit }), key('readHearing', { jit })],
};

export { narrows, queryOf, type Filters };

export const meQuery = () => ({ ...readMeOptions(), staleTime: 60_000 });
export const demonstrationQuery = () => ({ ...readDemonstrationOptions(), retry: false, staleTime: Infinity });
/** The member's teams with news, polled as only the open one has a live channel. `seen`: last position in each. */
export const teamsQuery = (seen: string[]) => ({
  ...listTeamsOptions({ query: { seen } }),
  staleTime: 0,
  refetchInterval: 20_000,
});
export const situationQuery = (jit: string) => ({
  ...readSituationOptions({ path: { jit } }),
  refetchInterval: 60_000,
});
/** Pending actions of the member. They are reloaded each minute, because a deadline passes without a fact. */
export const pendingQuery = (jit: string) => ({
  ...listPendingActionsOptions({ path: { jit } }),
  refetchInterval: 60_000,
});
export const myTasksQuery = (jit: string) =>
  queryOptions({
    queryKey: [{ _id: 'listTasks', path: { jit }, mine: true }] as const,
    queryFn: async ({ signal }) =>
      (
        await listTasks({
          path: { jit },
          query: { assignee: 'me', state: ['open', 'in_progress', 'blocked'], sort: 'due', limit: 50 },
          signal,
          throwOnError: true,
        })
      ).data,
    refetchInterval: 60_000,
  });
export const sessionsQuery = () => ({ ...listSessionsOptions(), staleTime: 0, refetchInterval: 60_000 });
export const partiesQuery = (jit: string) => ({ ...listPartiesOptions({ path: { jit } }), staleTime: 5 * 60_000 });
export const membersQuery = (jit: string) => ({ ...listMembersOptions({ path: { jit } }), staleTime: 5 * 60_000 });
/** Duties that a member would leave behind, for the decision to end the membership. Never from memory. */
export const dutiesQuery = (jit: string, member: string) => ({
  ...readDutiesOptions({ path: { jit, member } }),
  staleTime: 0,
  gcTime: 0,
});
export const exhibitQuery = (jit: string, evidence: string) => readEvidenceOptions({ path: { jit, evidence } });

const FIRST: { cursor: string | null; start: number } = { cursor: null, start: 0 };

export const poolQuery = (jit: string, filters: Filters, limit = 40) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listEvidence', path: { jit }, query: filters, limit }] as const,
    queryFn: async ({ pageParam: { cursor }, signal }) =>
      (
        await listEvidence({
          path: { jit },
          query: { ...queryOf(filters), limit, ...(cursor ? { cursor } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    // Only a window of the rows is kept in memory; `start` is the approximate number of rows before a page.
    maxPages: 10,
    initialPageParam: FIRST,
    getNextPageParam: (page, _, { start }) =>
      page.next ? { cursor: page.next, start: start + page.items.length } : null,
    getPreviousPageParam: (page, _, { start }) =>
      page.previous ? { cursor: page.previous, start: Math.max(0, start - limit) } : null,
    placeholderData: keepPreviousData,
  });

export const exportsQuery = (jit: string, enabled: boolean) =>
  queryOptions({
    enabled,
    ...listExportsOptions({ path: { jit } }),
    // Progress comes by the live channel; polling is for clients without a connection.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'queued' || one.state === 'running') ? 15_000 : false,
  });

export const checkpointQuery = (jit: string) =>
  queryOptions({
    queryKey: [{ _id: 'ledger', path: { jit }, part: 'checkpoint' }] as const,
    queryFn: async ({ signal }) =>
      (await readCheckpoint({ path: { jit }, parseAs: 'text', signal, throwOnError: true })).data,
    refetchInterval: 15_000,
  });

/** The server's report about the health of the ledger. */
export const ledgerHealthQuery = (jit: string) =>
  queryOptions({ ...readLedgerHealthOptions({ path: { jit } }), refetchInterval: 60_000 });
