/** The search parameters of addresses. Unknown values are ignored. */
import type { Filters } from '@/api/queries';
import { CATEGORIES, HANDLING, KINDS, LEVELS, SORTS } from '@/api/views';
import { kindsOf, type CalendarSearch } from '@/features/coordination/calendar/queries';
import { ACTIVE, CLOSED, VIEWS, type TaskSearch } from '@/features/coordination/tasks/queries';
import { EXHIBIT_TABS, type ExhibitTab } from '@/features/evidence/exhibit/tabs';
import type { NoticeFilters } from '@/features/requests/notices/queries';
import type { RequestFilters } from '@/features/requests/request/queries';
import { compact } from '@/lib/compact';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const oneOf = <T extends string>(value: unknown, all: readonly T[]) => all.find((one) => one === value);

export function readFilters(search: Record<string, unknown>): Filters {
  return compact({
    q: text(search['q']),
    originator: text(search['originator']),
    kind: oneOf(search['kind'], KINDS),
    category: oneOf(search['category'], CATEGORIES),
    status: oneOf(search['status'], ['active', 'withdrawn', 'erased'] as const),
    handling: oneOf(search['handling'], HANDLING),
    released_to: text(search['released_to']),
    level: oneOf(search['level'], LEVELS),
    acquired_from: day(search['acquired_from']),
    acquired_until: day(search['acquired_until']),
    registered_from: day(search['registered_from']),
    registered_until: day(search['registered_until']),
    sort: oneOf(
      search['sort'],
      SORTS.filter((one) => one !== 'newest'),
    ),
  });
}

export const readConsents = (search: Record<string, unknown>): { request?: string | undefined } =>
  compact({ request: text(search['request']) });

/** Undefined for an unknown tab: left out, the unknown one would stay in the address and nothing would be shown. */
export const readExhibitTab = (search: Record<string, unknown>): { tab?: ExhibitTab | undefined } => ({
  tab: oneOf(search['tab'], EXHIBIT_TABS),
});

export function readTaskFilters(search: Record<string, unknown>): TaskSearch {
  return compact({
    view: oneOf(search['view'], VIEWS),
    q: text(search['q']),
    mine: search['mine'] === true || undefined,
    party: text(search['party']),
    state: oneOf(search['state'], [...ACTIVE, ...CLOSED]),
    closed: search['closed'] === true || undefined,
  });
}

export const readCalendar = (search: Record<string, unknown>): CalendarSearch =>
  compact({
    kind: kindsOf(text(search['kind'])).join(',') || undefined,
    mine: search['mine'] === true || undefined,
    span: oneOf(search['span'], ['week'] as const),
    on: day(search['on']),
  });

const code = (value: unknown) => (typeof value === 'string' && /^[A-Za-z_0-9]{1,40}$/.test(value) ? value : undefined);

export const readRequestFilters = (search: Record<string, unknown>): RequestFilters =>
  compact({
    q: text(search['q']),
    direction: oneOf(search['direction'], ['out', 'in'] as const),
    instrument: code(search['instrument']),
    state: code(search['state']),
    sort: oneOf(search['sort'], ['newest'] as const),
    view: oneOf(search['view'], ['board', 'deadlines'] as const),
  });

export const readNoticeFilters = (search: Record<string, unknown>): NoticeFilters =>
  compact({ q: text(search['q']), kind: code(search['kind']), state: code(search['state']) });

/** `follows`: a request whose preserved data is to be produced. `preserves`: a request whose data is to be preserved. */
export const readNewRequest = (
  search: Record<string, unknown>,
): { direction?: 'in'; follows?: string; preserves?: string } =>
  compact({
    direction: oneOf(search['direction'], ['in'] as const),
    follows: text(search['follows']),
    preserves: text(search['preserves']),
  });

/** `form`: a form that follows the request. */
export const readForm = (search: Record<string, unknown>): { form?: string } => compact({ form: text(search['form']) });

export const readWords = (search: Record<string, unknown>): { q?: string; at?: string } =>
  compact({ q: text(search['q']), at: text(search['at']) });

export const readSignIn = (
  search: Record<string, unknown>,
): { next?: string; ended?: boolean; still?: boolean; stopped?: number } => ({
  // Only an address of this page, so that sign-in never leads to another site.
  ...(typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {}),
  ...(search['ended'] === true ? { ended: true } : {}),
  ...(search['still'] === true ? { still: true } : {}),
  ...(typeof search['stopped'] === 'number' ? { stopped: search['stopped'] } : {}),
});

export const readAtTheSearch = (search: Record<string, unknown>): { receive?: string; leaving?: boolean } => ({
  ...(typeof search['receive'] === 'string' ? { receive: search['receive'] } : {}),
  ...(search['leaving'] === true ? { leaving: true } : {}),
});
