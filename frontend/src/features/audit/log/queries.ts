/** Queries of the audit log and the access log, and their search in the address. */
import { keepPreviousData } from '@tanstack/react-query';
import { compact } from '@/lib/compact';
import { daySpan } from '@/lib/zones';
import { listAccesses, searchEntries } from '@/api/generated/sdk.gen';
import type { Answer, Asked } from '@/api/generated/types.gen';
import { paged } from '@/api/paged';

/** `from` and `to` are days in the reader's zone, both of them included. */
export type AuditSearch = {
  tab?: 'access' | 'requests' | undefined;
  q?: string | undefined;
  kind?: string[] | undefined;
  party?: string | undefined;
  seat?: string | undefined;
  evidence?: string | undefined;
  asked?: Asked | undefined;
  answer?: Answer | undefined;
  /** Whether answered requests of the page itself are shown, too. */
  background?: true | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export const ANSWERS: Answer[] = Object.keys({
  given: true,
  refused: true,
  absent: true,
  faulty: true,
  failed: true,
} satisfies Record<Answer, true>) as Answer[];

export const ASKED: Asked[] = Object.keys({
  changes: true,
  evidence: true,
  tasks: true,
  requests: true,
  exports: true,
  people: true,
  ledger: true,
} satisfies Record<Asked, true>) as Asked[];

const text = (value: unknown, form: RegExp) => (typeof value === 'string' && form.test(value) ? value : undefined);

/** From an address, which anybody may have written: what is not understood is left out. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const kinds = (Array.isArray(search['kind']) ? search['kind'] : [search['kind']]).flatMap(
    (one) => text(one, /^[a-z_]{1,30}\.[a-z_]{1,30}$/) ?? [],
  );
  const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
  return compact({
    tab: (['access', 'requests'] as const).find((one) => one === search['tab']),
    q: text(typeof search['q'] === 'number' ? String(search['q']) : search['q'], /^[\s\S]{1,200}$/),
    kind: kinds.length > 0 ? kinds : undefined,
    party: text(search['party'], /^[A-Z][A-Z0-9_]{1,19}$/),
    seat: text(search['seat'], /^[A-Z][A-Z0-9_]{1,19}-\d{2,4}$/),
    evidence: text(search['evidence'], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    asked: ASKED.find((one) => one === search['asked']),
    answer: ANSWERS.find((one) => one === search['answer']),
    background: search['background'] === true ? true : undefined,
    from: text(search['from'], day),
    to: text(search['to'], day),
  });
}

/** How many filters narrow the search. */
export const narrowed = (search: AuditSearch) =>
  Object.keys(search).filter((name) => name !== 'tab' && name !== 'background').length;

/** The entries that this seat may read, newest first. The others exist as commitments only; the checkpoint counts them. */
export const entriesQuery = (jit: string, { q, kind, party, seat, evidence, from, to }: AuditSearch, zone: string) => {
  const query = compact({ q, kind, party, seat, evidence, ...daySpan(from, to, zone) });
  return {
    ...paged({ _id: 'ledger', path: { jit }, query }, (cursor, signal) =>
      searchEntries({ path: { jit }, query: { ...query, limit: 50, ...cursor }, signal, throwOnError: true }),
    ),
    placeholderData: keepPreviousData,
  };
};

/** Requests to the team's door. Reading them is one too, so they are read when somebody asks and not by a clock. */
export const accessQuery = (
  jit: string,
  { party, seat, evidence, asked, answer, background, from, to }: AuditSearch,
  zone: string,
) => {
  const query = {
    ...compact({ party, seat, evidence, asked, answer, ...daySpan(from, to, zone) }),
    background: background ?? false,
  };
  return {
    ...paged({ _id: 'listAccesses', path: { jit }, query }, (cursor, signal) =>
      listAccesses({ path: { jit }, query: { ...query, limit: 50, ...cursor }, signal, throwOnError: true }),
    ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  };
};

export const receiptLink = (jit: string, position: number) =>
  `/api/jits/${jit}/ledger/entries/${String(position)}/receipt`;
