/** Action days as the API gives them. */
import { NOW, TEAM } from './team';

export const DAY = `${TEAM}/operations/day-1`;

/** A live Dutch day that the signed-in seat may change. */
export function day(more: object = {}): Record<string, unknown> {
  const word = {
    party: 'NL',
    zone: 'Europe/Amsterdam',
    asked: true,
    word: 'go',
    stands: true,
    reason: null,
    said_by: 'NL-01',
    said_at: NOW,
    said_for: NOW,
  };
  return {
    id: 'day-1',
    title: 'Lantern out',
    kind: 'real',
    state: 'live',
    h_at: '2031-06-01T02:00:00Z',
    h_zone: 'Europe/Amsterdam',
    author: 'NL-01',
    author_party: 'NL',
    parties: [word],
    created_at: NOW,
    updated_at: NOW,
    live_at: NOW,
    closed_at: null,
    version: 1,
    told_as: 1,
    may: { edit: true, speak: true, plan: true, record: true, decide: true, steps: [] },
    ...more,
  };
}

export function action(): Record<string, unknown> {
  return {
    id: 'action-1',
    number: 'NL-1',
    party: 'NL',
    sharing: 'none',
    state: 'planned',
    since_at: NOW,
    plan: null,
    moves: [],
    may: { change: true, moves: [] },
  };
}

export function result(more: object = {}): Record<string, unknown> {
  return {
    id: 'result-1',
    action: 'action-1',
    number: 'NL-1',
    party: 'NL',
    seat: 'NL-01',
    kind: 'seizure',
    count: 1,
    text: 'A telephone',
    occurred_at: NOW,
    recorded_at: NOW,
    erased: {},
    evidence: [],
    may_link: true,
    ...more,
  };
}

export function mediaLine(more: object = {}): Record<string, unknown> {
  return {
    text: null,
    embargo_at: null,
    embargo_zone: null,
    written_by: null,
    written_at: null,
    version: 0,
    erased: {},
    approved: [],
    missing: [],
    cleared: false,
    free: false,
    may: { write: true, approve: false },
    ...more,
  };
}
