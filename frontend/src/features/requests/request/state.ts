/** States of requests and items: which tone they have, which are settled, and the next deadline. Pure. */
import type { StateTone } from '@/components/text/StateTag';
import type { DeadlineView, ItemState, PossibleMoveView, RequestState, RequestView } from './queries';

const TONES: Record<RequestState, StateTone> = {
  DRAFT: 'plain',
  VALIDATION: 'plain',
  TRANSLATION: 'plain',
  QUALITY_CHECK: 'plain',
  SENT: 'accent',
  SUBMISSION_ACCEPTED: 'accent',
  SUBMISSION_REJECTED: 'bad',
  RELAYED: 'accent',
  RELAY_FAILED: 'bad',
  DELIVERED: 'accent',
  NOT_DELIVERED: 'bad',
  RETRIEVED: 'accent',
  NOT_RETRIEVED: 'bad',
  ACKNOWLEDGED: 'accent',
  CLARIFICATION_REQUESTED: 'warn',
  CLARIFIED: 'accent',
  TRANSFERRED_TO_COMPETENT: 'accent',
  REGISTERED: 'accent',
  ALLOCATED: 'accent',
  EXECUTING: 'accent',
  ANSWERED: 'good',
  CLOSED: 'plain',
  WITHDRAWN: 'plain',
};
export const STATES = Object.keys(TONES) as RequestState[];

/** Whether a move withdraws a request or an item. */
export const isWithdrawal = ({ to }: Pick<PossibleMoveView, 'to'>): boolean => to === 'WITHDRAWN' || to === 'withdrawn';
export const toneOf = (state: RequestState): StateTone => TONES[state];

const ITEM_TONES: Record<ItemState, StateTone> = {
  open: 'plain',
  preserved: 'warn',
  executing: 'accent',
  delivered: 'good',
  partly: 'warn',
  refused: 'bad',
  postponed: 'warn',
  impossible: 'bad',
  lapsed: 'bad',
  withdrawn: 'plain',
};
export const itemToneOf = (state: ItemState): StateTone => ITEM_TONES[state];

/** Items that need nothing more. */
const SETTLED: readonly ItemState[] = ['delivered', 'partly', 'refused', 'impossible', 'lapsed', 'withdrawn'];
export const isSettled = (state: ItemState): boolean => SETTLED.includes(state);
export const delivered = ({ items }: RequestView): number => items.filter(({ state }) => state === 'delivered').length;

/** Not sent yet: nothing is awaited from anybody else. */
export const isDraft = ({ state }: Pick<RequestView, 'state'>): boolean =>
  ['DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK'].includes(state);
export const isOver = ({ state }: RequestView): boolean => state === 'CLOSED' || state === 'WITHDRAWN';

/** The deadline that comes next, of those that run or were missed. */
export const nextDeadline = (clocks: readonly DeadlineView[]): DeadlineView | null =>
  clocks
    .filter(({ state }) => state === 'running' || state === 'missed')
    .toSorted((one, other) => one.due_at.localeCompare(other.due_at))[0] ?? null;

/** Whether preserved data lapses with this deadline. A production request that was received stops it. */
const isLapse = ({ lapses, state }: DeadlineView): boolean => lapses && (state === 'running' || state === 'missed');

/** Preserved data that lapses. */
export const isLapsing = ({ clocks }: RequestView): boolean => clocks.some(isLapse);

/** What still has to happen with the production request before preserved data no longer lapses; null without one. */
export type Progress = NonNullable<RequestView['production']> | 'unconfirmed';

export function progressOf(clock: DeadlineView, production: RequestView['production']): Progress | null {
  if (!production || !isLapse(clock)) return null;
  return clock.stopped_by === 'confirmation' && production !== 'drafted' ? 'unconfirmed' : production;
}

const DAY = 86_400_000;
export const daysSince = (at: string, now: number): number => Math.floor((now - Date.parse(at)) / DAY);

/** Who has a request now: an authority, or the party itself before dispatch and after receipt. Null if nobody recorded it. */
export type Holder =
  { authority: string; party: null; since: string } | { authority: null; party: string; since: string };

export function holderOf(request: RequestView): Holder | null {
  const hop = request.hops.at(-1);
  if (isOver(request)) return null;
  if (hop) return { authority: hop.authority, party: null, since: hop.arrived_at };
  const own = isDraft(request) || request.direction === 'in';
  return own && request.level !== 'existence'
    ? { authority: null, party: request.party, since: request.since_at }
    : null;
}

/** Nothing is awaited from the holder any more. */
export const isAnswered = ({ state, closing_proposed }: RequestView): boolean =>
  state === 'ANSWERED' || closing_proposed;

/** The holder has had the request for longer than holders usually need in this deployment. */
export const isLate = (request: RequestView, days: number): boolean =>
  !isAnswered(request) && request.usual_wait !== null && days > Math.round(request.usual_wait.hours / 24);

/** Columns of the board, each with its states. */
export const COLUMNS = {
  preparation: ['DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK', 'REGISTERED'],
  transport: ['SENT', 'SUBMISSION_ACCEPTED', 'RELAYED', 'DELIVERED', 'RETRIEVED'],
  attention: ['CLARIFICATION_REQUESTED', 'SUBMISSION_REJECTED', 'RELAY_FAILED', 'NOT_DELIVERED', 'NOT_RETRIEVED'],
  execution: ['ACKNOWLEDGED', 'CLARIFIED', 'TRANSFERRED_TO_COMPETENT', 'ALLOCATED', 'EXECUTING'],
  end: ['ANSWERED', 'CLOSED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly RequestState[]>;
export type Column = keyof typeof COLUMNS;

/** A deadline that runs or was missed, with its request. */
export type Due = { request: RequestView; clock: DeadlineView };

/**
 * The deadlines of these requests, the next one first. The list is sorted by next deadline: while more of it can be
 * loaded, later deadlines are left out, because earlier ones may follow.
 */
export function duesOf(requests: readonly RequestView[], isComplete: boolean): Due[] {
  const all = requests
    .flatMap((request) => request.clocks.map((clock) => ({ request, clock })))
    .filter(({ clock: { state } }) => state === 'running' || state === 'missed')
    .toSorted((one, other) => one.clock.due_at.localeCompare(other.clock.due_at));
  const last = requests.at(-1);
  const until = isComplete || !last ? null : nextDeadline(last.clocks)?.due_at;
  return until ? all.filter(({ clock }) => clock.due_at <= until) : all;
}

export const SPANS = ['passed', 'day', 'week', 'month', 'later'] as const;
export type Span = (typeof SPANS)[number];

export function spanOf(due: string, now: number): Span {
  const left = Date.parse(due) - now;
  if (left < 0) return 'passed';
  return left < DAY ? 'day' : left < 7 * DAY ? 'week' : left < 30 * DAY ? 'month' : 'later';
}

const LIKELY = ['SENT', 'CLARIFIED', 'ACKNOWLEDGED', 'ALLOCATED', 'EXECUTING', 'ANSWERED'];

/** The move that usually comes next, which gets a button of its own. */
export function likelyMove({ moves, closing_proposed }: RequestView): PossibleMoveView | null {
  const order = closing_proposed ? ['CLOSED', ...LIKELY] : LIKELY;
  return order.map((to) => moves.find((one) => one.to === to)).find((one) => one !== undefined) ?? null;
}
