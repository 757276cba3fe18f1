/** Steps of actions that the page offers, also without a network. The server decides. Pure. */
import type { ActionState, ActionView, SeatView } from '@/api/views';
import { STEPS } from './actionSteps.gen';

/** What leads on from a state, and stands out. */
export const ONWARDS: Partial<Record<ActionState, ActionState>> = {
  planned: 'ready',
  ready: 'go',
  go: 'executing',
  executing: 'done',
};

/** The steps that a seat may say from this state, the one that leads on first. */
export function stepsFrom(
  state: ActionState,
  action: ActionView,
  seat: SeatView,
  live: boolean,
): { state: ActionState; reason: boolean }[] {
  const own = seat.party === action.party;
  const leads = own && seat.roles.includes('leader');
  if (!leads && !(own && seat.roles.includes('member'))) return [];
  return STEPS.filter((step) => step.former === state && (!step.leader || leads) && (!step.live || live))
    .map((step) => ({ state: step.state, reason: step.reason }))
    .toSorted((one, other) => Number(other.state === ONWARDS[state]) - Number(one.state === ONWARDS[state]));
}
