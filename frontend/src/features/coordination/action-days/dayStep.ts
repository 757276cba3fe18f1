/** The steps of an action day by what they mean, and what a confirmation lists. Pure. */
import type { ActionView, OperationChangeForm, OperationView, PartyWordView } from '@/api/views';

export type DayState = OperationView['state'];
export type StepBody = Pick<OperationChangeForm, 'reason' | 'reasons'>;
export type DayStep = 'planned' | 'live' | 'closed' | 'back' | 'off' | 'drop' | 'reopen' | 'draft';

export function stepOf(former: DayState, state: DayState): DayStep {
  if (former === 'closed') return 'reopen';
  if (state === 'planned' && former === 'live') return 'back';
  if (state === 'closed' && former !== 'live') return former === 'planned' ? 'off' : 'drop';
  return state;
}

export type Answer = 'go' | 'no_go' | 'silent';

/** The answer of a party to the plan as it is now. */
export const answerOf = ({ stands, word }: Pick<PartyWordView, 'stands' | 'word'>): Answer =>
  stands && word ? word : 'silent';

/** The parties whose answer is asked and that did not confirm GO, those with No-go first. */
export const withoutGo = (day: OperationView): PartyWordView[] =>
  day.parties
    .filter((one) => one.asked && answerOf(one) !== 'go')
    .toSorted((one, other) => Number(answerOf(other) === 'no_go') - Number(answerOf(one) === 'no_go'));

/** Whether actions of a party may get GO: it confirmed GO, or is not asked. */
export const goes = (day: OperationView, party: string): boolean =>
  day.parties.some((one) => one.party === party && (!one.asked || answerOf(one) === 'go'));

/** Whether the step to begin stands out: a party confirmed GO, or no answer is asked. */
export const mayBegin = (day: OperationView): boolean => {
  const asked = day.parties.filter((one) => one.asked);
  return asked.length === 0 || asked.some((one) => answerOf(one) === 'go');
};

/** The actions that are neither done nor aborted, those that execute first. */
export const openActions = (actions: readonly ActionView[]): ActionView[] =>
  actions
    .filter(({ state }) => state !== 'done' && state !== 'aborted')
    .toSorted((one, other) => Number(other.state === 'executing') - Number(one.state === 'executing'));

/** The parties of which others see that they execute. Each needs a reason when the day is closed. */
export const executingParties = (actions: readonly ActionView[]): string[] =>
  [
    ...new Set(
      actions.filter(({ state, sharing }) => state === 'executing' && sharing !== 'none').map(({ party }) => party),
    ),
  ].toSorted();

/** What the H-clock shows: it stops when the day is closed. */
export const clockOf = (day: OperationView, now: number): number =>
  day.closed_at ? Math.min(now, Date.parse(day.closed_at)) : now;

/** How long before H-hour an action started, in milliseconds; null if it did not. */
export function startedEarly(day: OperationView, action: ActionView): number | null {
  const started = action.moves
    .filter(({ state }) => state === 'executing')
    .map(({ occurred_at: at }) => Date.parse(at));
  const first =
    started.length > 0 ? Math.min(...started) : action.state === 'executing' ? Date.parse(action.since_at) : NaN;
  const early = Date.parse(day.h_at) - first;
  return early >= 60_000 ? early : null;
}
