/**
 * The generated query options by the names that the page uses, and the keys by which facts make them stale.
 * The only hand-written file that knows the generated names, with views.ts and actions.ts.
 */
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
  | 'listUnchecked'
  | 'readClearanceProgress'
  | 'readVerificationProgress'
  | 'readDerivations'
  | 'readFixity'
  | 'listAcquisitions'
  | 'listFlags'
  | 'listCalendarFeeds'
  | 'readClosing'
  | 'listChannels'
  | 'readChannel'
  | 'listMessages'
  | 'searchMessages'
  | 'listTalkRules'
  | 'listBlankLabels'
  | 'listSigningKeys'
  | 'listSigningDemands'
  | 'listAwaitingSignature';
/** Of what concerns oneself. */
type Told = 'listNotifications' | 'countNotifications' | 'readNotificationPreferences';
type Path = { jit?: string; evidence?: string; task?: string; channel?: string; operation?: string };
/** Of action days. */
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
/** Matches every query of that name below the path, whatever its filters. */
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
  /** All that is asked below an exhibit: an act on it changes more than one answer, if only by its version. */
  below: (jit: string, evidence: string): Key => [{ path: { jit, evidence } }],
  custody: (jit: string, evidence: string) => key('readCustody', { jit, evidence }),
  /** Of every exhibit and task: an entry may stand in any. */
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
  channel: (jit: string, channel?: string) => key('readChannel', channel ? { jit, channel } : { jit }),
  messages: (jit: string, channel?: string) => key('listMessages', channel ? { jit, channel } : { jit }),
  found: (jit: string) => key('searchMessages', { jit }),
  blankLabels: (jit: string) => key('listBlankLabels', { jit }),
  signingKeys: (jit: string) => key('listSigningKeys', { jit }),
  signingDemands: (jit: string) => key('listSigningDemands', { jit }),
  awaiting: (jit: string) => key('listAwaitingSignature', { jit }),
  talkRules: (jit: string) => key('listTalkRules', { jit }),
  operations: (jit: string) => key('listOperations', { jit }),
  operation: (jit: string, operation: string) => key('readOperation', { jit, operation }),
  /** All that is asked below an action day: who takes part, and where it stands, decide what each part of it says. */
  belowDay: (jit: string, operation: string): Key => [{ path: { jit, operation } }],
  board: (jit: string, operation: string) => key('listActions', { jit, operation }),
  ticker: (jit: string, operation: string) => key('listReports', { jit, operation }),
  protected: (jit: string, operation: string) => key('listProtected', { jit, operation }),
  results: (jit: string, operation: string) => key('listResults', { jit, operation }),
  mediaLine: (jit: string, operation: string) => key('readMediaLine', { jit, operation }),
  debriefs: (jit: string, operation: string) => key('listDebriefs', { jit, operation }),
  /** What is said on any action day: an entry that is erased takes its words with it. */
  saidOnDays: (jit: string): Key[] =>
    (['listActions', 'listReports', 'listProtected', 'listResults', 'readMediaLine', 'listDebriefs'] as const).map(
      (name) => key(name, { jit }),
    ),
  checks: (jit: string, operation: string) => key('checkOperation', { jit, operation }),
  accessRules: (jit: string) => key('listAccessRules', { jit }),
  consents: (jit: string) => key('listConsents', { jit }),
  /** Every exhibit that is open: what one may do with it changed. */
  exhibits: (jit: string) => key('readEvidence', { jit }),
  reservation: (jit: string) => key('readReservation', { jit }),
  fourEyes: (jit: string) => key('readFourEyes', { jit }),
  witnesses: (jit: string) => key('listWitnesses', { jit }),
  filterTeam: (jit: string) => key('readFilterTeam', { jit }),
  unchecked: (jit: string) => key('listUnchecked', { jit }),
  clearance: (jit: string, evidence: string) => key('readClearanceProgress', { jit, evidence }),
  disclosures: (jit: string) => key('listDisclosures', { jit }),
  /** Of every exhibit: who sees both ends changes with either. */
  derivations: (jit: string) => key('readDerivations', { jit }),
  copies: (jit: string) => key('listCopies', { jit }),
  flags: (jit: string) => key('listFlags', { jit }),
  calendarFeeds: (jit: string) => key('listCalendarFeeds', { jit }),
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
};

export { narrows, queryOf, type Filters };

export const meQuery = () => ({ ...readMeOptions(), staleTime: 60_000 });
export const demonstrationQuery = () => ({ ...readDemonstrationOptions(), retry: false, staleTime: Infinity });
/** All my teams with what each asks of me; `seen`: team and the last position seen there. Nobody is told live about a team that is not open, so it is asked. */
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
/** What a seat would leave behind if it ended: asked when that is considered, and never from memory. */
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
    // Of a million rows only a window is kept; `start` is about how many rows stand before a page.
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
    // How far it is is pushed; this is for whoever has no connection.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'queued' || one.state === 'running') ? 15_000 : false,
  });

export const checkpointQuery = (jit: string) =>
  queryOptions({
    queryKey: [{ _id: 'ledger', path: { jit }, part: 'checkpoint' }] as const,
    queryFn: ({ signal }) => checkpointNote(jit, signal),
    refetchInterval: 15_000,
  });

/** What the server says of the ledger's health. */
export const ledgerHealthQuery = (jit: string) =>
  queryOptions({ ...readLedgerHealthOptions({ path: { jit } }), refetchInterval: 60_000 });

async function checkpointNote(jit: string, signal: AbortSignal): Promise<string> {
  return (await readCheckpoint({ path: { jit }, parseAs: 'text', signal, throwOnError: true })).data;
}
