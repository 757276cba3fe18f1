/** The operations log as the board shows it: entries, changes of actions and responses of parties, newest first. Pure. */
import type { ActionState } from '@/api/views';
import { answerOf, type Answer } from '@/features/coordination/action-days/dayStep';
import type { BoardSnapshot } from './snapshot';

export type LogLine = { key: string; at: string; party: string; member: string } & (
  | { what: 'report'; text: string; decision: boolean; erased: boolean }
  | { what: 'move'; state: ActionState; action: string }
  | { what: 'answer'; answer: Answer; reason: string | null }
);

/** Objective of an action where the reader sees it, else its number. */
export const nameOf = (action: BoardSnapshot['actions'][number]): string =>
  action.plan && !action.plan.erased['objective'] ? action.plan.objective : action.number;

export function logOf({ day, actions, reports }: BoardSnapshot): LogLine[] {
  const lines: LogLine[] = [
    ...reports.map((one): LogLine => ({
      key: one.id,
      at: one.occurred_at,
      party: one.party,
      member: one.seat,
      what: 'report',
      text: one.text,
      decision: one.kind === 'decision',
      erased: Boolean(one.erased['text']),
    })),
    ...actions.flatMap((action) =>
      action.moves.map((move): LogLine => ({
        key: move.key,
        at: move.occurred_at,
        party: action.party,
        member: move.seat,
        what: 'move',
        state: move.state,
        action: nameOf(action),
      })),
    ),
    ...day.parties.flatMap((one): LogLine[] =>
      one.asked && one.said_at && one.said_by && answerOf(one) !== 'silent'
        ? [
            {
              key: `answer ${one.party}`,
              at: one.said_at,
              party: one.party,
              member: one.said_by,
              what: 'answer',
              answer: answerOf(one),
              reason: one.reason,
            },
          ]
        : [],
    ),
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
