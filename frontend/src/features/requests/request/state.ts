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
export const answered = ({ items }: RequestView): number => items.filter(({ state }) => SETTLED.includes(state)).length;

/** Not sent yet: nothing is awaited from anybody else. */
export const isDraft = ({ state }: RequestView): boolean =>
  ['DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK'].includes(state);
export const isOver = ({ state }: RequestView): boolean => state === 'CLOSED' || state === 'WITHDRAWN';

/** The deadline that comes next, of those that run or were missed. */
export const nextDeadline = (clocks: readonly DeadlineView[]): DeadlineView | null =>
  clocks
    .filter(({ state }) => state === 'running' || state === 'missed')
    .toSorted((one, other) => one.due_at.localeCompare(other.due_at))[0] ?? null;

/** Preserved data that lapses and that no production request stops yet. */
export const isLapsing = ({ clocks }: RequestView): boolean =>
  clocks.some(({ lapses, state }) => lapses && (state === 'running' || state === 'missed'));

const LIKELY = ['SENT', 'CLARIFIED', 'ACKNOWLEDGED', 'ALLOCATED', 'EXECUTING', 'ANSWERED'];

/** The move that usually comes next, which gets a button of its own. */
export function likelyMove({ moves, closing_proposed }: RequestView): PossibleMoveView | null {
  const order = closing_proposed ? ['CLOSED', ...LIKELY] : LIKELY;
  return order.map((to) => moves.find((one) => one.to === to)).find((one) => one !== undefined) ?? null;
}
