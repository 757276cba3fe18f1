/** Tasks as the API gives them. */
import { NOW } from './team';

const MAY = { edit: true, link: true, items: true, tick: true, depend: true, comment: true, steps: [] };

export function task(more: object = {}): Record<string, unknown> {
  return {
    id: 'task-1',
    number: 'T-1',
    title: 'Read the stick',
    details: null,
    priority: 'normal',
    state: 'open',
    state_reason: null,
    assigner: 'NL-01',
    assigner_party: 'NL',
    assignee: 'NL-01',
    co_assignees: [],
    assignee_party: 'NL',
    assignee_zone: 'Europe/Amsterdam',
    accepted_at: NOW,
    accepted_by: 'NL-01',
    due_at: null,
    due_zone: null,
    legal_basis: null,
    language: null,
    evidence: [],
    decisions: [],
    consents: [],
    requests: [],
    request_items: [],
    checklist: [],
    waits_for: [],
    held_up: [],
    repeats: null,
    occurrence: null,
    predecessor: null,
    successor: null,
    comments_count: 0,
    created_at: NOW,
    updated_at: NOW,
    state_changed_at: NOW,
    version: 1,
    may: MAY,
    ...more,
  };
}
