/** Steps of actions that the page offers, also without a network. The server decides. Pure. */
import type { ActionState, ActionView, SeatView } from '@/api/views';
import { STEPS } from './actionSteps.gen';

/** The step that leads on from a state, and stands out. */
export const ONWARDS: Partial<Record<ActionState, ActionState>> = {
  planned: 'ready',
  ready: 'go',
  go: 'executing',
  executing: 'done',
};

export type StepName = ActionState | 'withdrawGo' | 'resume' | 'again';
const BACK: Partial<Record<`${ActionState} ${ActionState}`, StepName>> = {
  'go ready': 'withdrawGo',
  'done executing': 'resume',
  'aborted planned': 'again',
};

/** The name of a step: that of the state it leads to, unless it leads back. */
export const nameOf = (former: ActionState, state: ActionState): StepName => BACK[`${former} ${state}`] ?? state;

/** `live`: the action day is live. `go`: the action's party confirmed GO, or is not asked. */
type Day = { live: boolean; go: boolean };

function ownSteps(state: ActionState, action: ActionView, seat: SeatView, live: boolean) {
  const own = seat.party === action.party;
  const leads = own && seat.roles.includes('leader');
  if (!leads && !(own && seat.roles.includes('member'))) return [];
  return STEPS.filter((step) => step.former === state && (!step.leader || leads) && (!step.live || live));
}

/** The steps that a member can take from this state, the one that leads on first. */
export function stepsFrom(
  state: ActionState,
  action: ActionView,
  seat: SeatView,
  { live, go }: Day,
): { state: ActionState; reason: boolean }[] {
  return ownSteps(state, action, seat, live)
    .filter((step) => go || !step.go)
    .map((step) => ({ state: step.state, reason: step.reason }))
    .toSorted((one, other) => Number(other.state === ONWARDS[state]) - Number(one.state === ONWARDS[state]));
}

/** Whether only the missing GO of the party keeps the member from giving the action GO. */
export const awaitsPartyGo = (state: ActionState, action: ActionView, seat: SeatView, { live, go }: Day): boolean =>
  !go && ownSteps(state, action, seat, live).some((step) => step.go);
