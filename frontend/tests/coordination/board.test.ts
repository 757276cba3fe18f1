import { describe, expect, it } from 'vitest';
import { authorisationProblem } from '@/features/coordination/action-days/authorisation';
import { logOf, stepEvents, totalsOf } from '@/features/coordination/action-days/board/boardLog';
import type { BoardSnapshot } from '@/features/coordination/action-days/board/snapshot';
import { startedEarly, stepOf, withoutGo } from '@/features/coordination/action-days/dayStep';
import type { ActionView, OperationView } from '@/api/views';

const party = (code: string, word: string | null, more = {}) => ({
  party: code,
  zone: 'Europe/Paris',
  asked: true,
  stands: word !== null,
  word,
  reason: null,
  said_by: word ? `${code}-01` : null,
  said_at: word ? '2026-12-09T17:00:00Z' : null,
  said_for: null,
  ...more,
});
const event = (id: string, at: string, code: string, more: object) => ({
  ...{ id, at, party: code, seat: `${code}-01`, former: null, state: null, word: null, reason: null },
  ...{ without: [], reasons: [], erased: {} },
  ...more,
});
const day = {
  id: 'd',
  state: 'live',
  h_at: '2026-12-10T04:30:00Z',
  parties: [
    party('NL', 'go'),
    party('FR', null),
    party('DE', 'no_go', { reason: 'No judge' }),
    party('EUROJUST', null, { asked: false }),
  ],
  closed_at: '2026-12-10T05:02:00Z',
  events: [
    event('e1', '2026-12-09T17:00:00Z', 'DE', { word: 'no_go', reason: 'No judge' }),
    event('e2', '2026-12-10T04:20:00Z', 'NL', {
      former: 'planned',
      state: 'live',
      reason: 'Kiel can wait',
      without: ['DE', 'FR'],
    }),
    event('e3', '2026-12-10T05:02:00Z', 'NL', {
      former: 'live',
      state: 'closed',
      reasons: [{ party: 'NL', reason: 'It goes on' }],
    }),
  ],
} as unknown as OperationView;
const action = (id: string, state: string, at: string, objective: string | null) =>
  ({
    id,
    number: `NL-${id}`,
    party: 'NL',
    state,
    since_at: at,
    plan: objective ? { objective, erased: {} } : null,
    moves: [{ key: `m${id}`, seat: 'NL-02', state, occurred_at: at }],
  }) as unknown as ActionView;
const board = {
  day,
  parties: [],
  members: [],
  actions: [
    action('1', 'executing', '2026-12-10T04:26:00Z', 'Arrest'),
    action('2', 'done', '2026-12-10T05:04:00Z', null),
    action('3', 'aborted', '2026-12-10T03:00:00Z', null),
  ],
  reports: [
    {
      id: 'r',
      kind: 'incident',
      party: 'NL',
      seat: 'NL-03',
      text: 'Door was open',
      occurred_at: '2026-12-10T05:00:00Z',
      erased: {},
    },
  ],
  results: [
    { id: 'r1', kind: 'arrest', count: 1, occurred_at: '2026-12-10T04:40:00Z' },
    { id: 'r2', kind: 'seizure', count: 12, occurred_at: '2026-12-10T04:41:00Z' },
    { id: 'r3', kind: 'seizure', count: 19, occurred_at: '2026-12-10T05:03:00Z' },
  ],
} as unknown as BoardSnapshot;

describe('the board of an action day', () => {
  it('logs entries, changes of actions, results, steps and responses, newest first, and marks what came after', () => {
    expect(logOf(board).map(({ what, at, afterClosing }) => [what, at.slice(11, 16), afterClosing])).toEqual([
      ['move', '05:04', true],
      ['result', '05:03', true],
      ['state', '05:02', false],
      ['report', '05:00', false],
      ['result', '04:41', false],
      ['result', '04:40', false],
      ['move', '04:26', false],
      ['state', '04:20', false],
      ['move', '03:00', false],
      ['answer', '17:00', false],
    ]);
    expect(logOf(board)[0]).toMatchObject({ action: 'NL-2' });
    expect(logOf(board)[6]).toMatchObject({ action: 'Arrest' });
  });
  it('shows the reasons of the steps on plan and board', () => {
    expect(stepEvents(day)).toMatchObject([
      { step: 'live', reason: 'Kiel can wait', without: ['DE', 'FR'] },
      { step: 'closed', reasons: [{ party: 'NL', reason: 'It goes on' }] },
    ]);
  });
  it('totals the answers that are asked for, the actions and the results', () => {
    expect(totalsOf(board)).toEqual({
      go: 1,
      noGo: 1,
      silent: 1,
      done: 1,
      actions: 2,
      results: [
        { kind: 'arrest', sum: 1 },
        { kind: 'seizure', sum: 31 },
      ],
    });
  });
  it('marks an action that started before H-hour', () => {
    expect(startedEarly(day, board.actions[0] as ActionView)).toBe(4 * 60_000);
    expect(startedEarly(day, board.actions[1] as ActionView)).toBeNull();
  });
});

describe('the authorisation of an action', () => {
  it.each([
    [null, 'missing'],
    [{ valid_from: null, valid_until: '2026-12-10T08:00:00Z' }, 'expired'],
    [{ valid_from: '2026-12-10T08:01:00Z', valid_until: null }, 'notYet'],
    [{ valid_from: '2026-12-10T07:00:00Z', valid_until: '2026-12-10T09:00:00Z' }, undefined],
  ])('%j is %s', (authorisation, problem) => {
    const one = { plan: { authorisation } } as unknown as ActionView;
    expect(authorisationProblem(one, Date.parse('2026-12-10T08:00:00Z'))?.problem).toBe(problem);
  });
});

describe('a step of an action day', () => {
  it('is named for what it does', () => {
    expect([stepOf('draft', 'planned'), stepOf('draft', 'closed'), stepOf('planned', 'closed')]).toEqual([
      'planned',
      'drop',
      'off',
    ]);
    expect([stepOf('live', 'planned'), stepOf('live', 'closed'), stepOf('closed', 'live')]).toEqual([
      'back',
      'closed',
      'reopen',
    ]);
  });
  it('to begin lists every No-go first, then every missing response', () => {
    expect(withoutGo(day).map((one) => one.party)).toEqual(['DE', 'FR']);
  });
});
