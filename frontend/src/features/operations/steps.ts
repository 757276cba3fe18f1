/** How actions go from state to state: the twin of app/access/operation_states.py, for what is said without a network. The server decides. Pure. */
import type { ActionState, ActionView, SeatView } from '@/api/views';

export const STATES: readonly ActionState[] = ['planned', 'ready', 'go', 'executing', 'done', 'aborted'];
type Step = { former: ActionState; state: ActionState; leader?: true; live?: true; reason?: true };

const STEPS: readonly Step[] = [
  { former: 'planned', state: 'ready' },
  { former: 'ready', state: 'planned' },
  { former: 'ready', state: 'go', leader: true, live: true },
  { former: 'go', state: 'ready', leader: true, live: true, reason: true },
  { former: 'go', state: 'executing', live: true },
  { former: 'executing', state: 'done', live: true },
  { former: 'done', state: 'executing', live: true, reason: true },
  { former: 'planned', state: 'aborted', reason: true },
  { former: 'ready', state: 'aborted', reason: true },
  { former: 'go', state: 'aborted', reason: true },
  { former: 'executing', state: 'aborted', reason: true },
  { former: 'aborted', state: 'planned', leader: true, reason: true },
];
/** What leads on from a state, and stands out. */
export const ONWARDS: Partial<Record<ActionState, ActionState>> = { planned: 'ready', ready: 'go', go: 'executing', executing: 'done' };

/** The steps that a seat may say from this state, the one that leads on first. */
export function stepsFrom(state: ActionState, action: ActionView, seat: SeatView, live: boolean): { state: ActionState; reason: boolean }[] {
  const own = seat.party === action.party;
  const leads = own && seat.roles.includes('leader');
  if (!leads && !(own && seat.roles.includes('member'))) return [];
  return STEPS.filter((step) => step.former === state && (!step.leader || leads) && (!step.live || live))
    .map((step) => ({ state: step.state, reason: step.reason ?? false }))
    .toSorted((one, other) => Number(other.state === ONWARDS[state]) - Number(one.state === ONWARDS[state]));
}
