/**
 * The operations log as plan and board show it: entries, changes of actions, results, states of the day and answers of
 * parties, newest first. Pure.
 */
import type { ActionState, OperationView, ResultView } from '@/api/views';
import { answerOf, stepOf, type Answer, type DayStep } from '@/features/coordination/action-days/dayStep';
import type { BoardSnapshot } from './snapshot';

type Said =
  | { what: 'report'; text: string; decision: boolean; shared: boolean; recorded: string }
  | { what: 'move'; state: ActionState; action: string }
  | { what: 'result'; kind: ResultView['kind']; count: number; action: string }
  | { what: 'answer'; answer: 'go' | 'no_go' | null; reason: string | null }
  | {
      what: 'state';
      step: Exclude<DayStep, 'draft'>;
      reason: string | null;
      without: string[];
      reasons: { party: string; reason: string }[];
    };
/** `afterClosing`: it happened after the day was closed. `erased`: which of its texts were erased, and when. */
export type LogLine = {
  key: string;
  at: string;
  party: string;
  member: string;
  afterClosing: boolean;
  erased: Record<string, string>;
} & Said;

/** Objective of an action where the reader sees it, else its number. */
export const nameOf = (action: BoardSnapshot['actions'][number]): string =>
  action.plan && !action.plan.erased['objective'] ? action.plan.objective : action.number;

function eventsOf(day: OperationView): LogLine[] {
  return day.events.map((one): LogLine => {
    const line = {
      key: one.id,
      at: one.at,
      party: one.party ?? '',
      member: one.seat,
      afterClosing: false,
      erased: one.erased,
    };
    if (one.state === null || one.former === null)
      return { ...line, what: 'answer', answer: one.word, reason: one.reason };
    const step = stepOf(one.former, one.state);
    return {
      ...line,
      what: 'state',
      step: step === 'draft' ? 'planned' : step,
      reason: one.reason,
      without: one.without,
      reasons: one.reasons,
    };
  });
}

/** The steps of the day that stand with it: begun without the GO of a party, and closed while a party executed. */
export const stepEvents = (day: OperationView): LogLine[] =>
  eventsOf(day).filter(
    (line) => line.what === 'state' && (line.without.length > 0 || line.reasons.length > 0 || line.step === 'off'),
  );

export function logOf({
  day,
  actions,
  reports,
  results,
}: Pick<BoardSnapshot, 'day' | 'actions' | 'reports' | 'results'>): LogLine[] {
  const closed = day.closed_at ? Date.parse(day.closed_at) : Infinity;
  const after = (at: string) => Date.parse(at) > closed;
  const names = new Map(actions.map((one) => [one.id, nameOf(one)]));
  const lines: LogLine[] = [
    ...reports.map((one): LogLine => ({
      key: one.id,
      at: one.occurred_at,
      party: one.party,
      member: one.seat,
      afterClosing: after(one.occurred_at),
      what: 'report',
      text: one.text,
      decision: one.kind === 'decision',
      erased: one.erased,
      shared: one.shared,
      recorded: one.recorded_at,
    })),
    ...results.map((one): LogLine => ({
      key: one.id,
      at: one.occurred_at,
      party: one.party,
      member: one.seat,
      afterClosing: after(one.occurred_at),
      erased: {},
      what: 'result',
      kind: one.kind,
      count: one.count,
      action: names.get(one.action) ?? one.number,
    })),
    ...actions.flatMap((action) =>
      action.moves.map((move): LogLine => ({
        key: move.key,
        at: move.occurred_at,
        party: action.party,
        member: move.seat,
        afterClosing: after(move.occurred_at),
        erased: {},
        what: 'move',
        state: move.state,
        action: nameOf(action),
      })),
    ),
    ...eventsOf(day),
  ];
  return lines.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

const KINDS = ['search', 'arrest', 'seizure', 'wallet'] as const;

/** How many parties answered what, how many actions are done, and the results by kind. */
export function totalsOf({ day, actions, results }: BoardSnapshot) {
  const asked = day.parties.filter((one) => one.asked).map(answerOf);
  const count = (answer: Answer) => asked.filter((one) => one === answer).length;
  const sums = KINDS.map((kind) => ({
    kind,
    sum: results.filter((one) => one.kind === kind).reduce((all, one) => all + one.count, 0),
  }));
  return {
    go: count('go'),
    noGo: count('no_go'),
    silent: count('silent'),
    done: actions.filter(({ state }) => state === 'done').length,
    actions: actions.filter(({ state }) => state !== 'aborted').length,
    results: sums.filter(({ sum }) => sum > 0),
  };
}
