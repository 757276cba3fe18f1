/** Answers about one legal request, and a screen that gets them. */
import type { RequestView } from '@/features/requests/request/queries';
import type { FakeApi } from '../support/api';
import { renderRoute } from '../support/screen';
import { answerTeam, JIT, NOW, TEAM } from '../support/team';

export const REQUESTS = `${TEAM}/requests`;
export const step = (to: string, more: object = {}) => ({ to, needs_reason: false, needs_ground: false, ...more });
export const words = (en: string, fr = en) => ({ en, fr });

export const clock = (more: object = {}) => ({
  id: 'clock-1',
  item: 'item-1',
  rule: 'BUDAPEST_29',
  title: words('Preservation ends', 'Fin de la conservation'),
  state: 'running',
  begins_at: NOW,
  due_at: '2036-05-01T09:00:00Z',
  zone: 'America/New_York',
  duration: 'P90D',
  basis: 'calendar',
  minimum: false,
  extended: false,
  extension: 'P90D',
  lapses: true,
  stopped_by: 'receipt',
  late_days: null,
  late_hours: null,
  ended_at: null,
  source: 'Article 29(7)',
  verified: false,
  ...more,
});
export const item = (more: object = {}) => ({
  id: 'item-1',
  place: 1,
  kind: 'data',
  data_category: 'SUBSCRIBER',
  identifier_kind: 'ip',
  identifier: '203.0.113.7',
  identifier_confirmed: false,
  port: null,
  port_until: null,
  protocol: null,
  at: null,
  zone: null,
  source_line: null,
  description: null,
  from: null,
  until: null,
  state: 'open',
  since_at: NOW,
  ground: null,
  moves: [step('delivered'), step('refused', { needs_ground: true })],
  ...more,
});
export const content = {
  title: 'Panel of the marketplace',
  zone: 'America/New_York',
  reference: null,
  counterpart_reference: null,
  facts: 'Sign-ins to the panel.',
  offence: null,
  legal_basis: null,
  purpose: null,
  confidentiality: null,
  language: null,
  issuing_authority: null,
  validating_authority: null,
  conditions: null,
  updated_at: NOW,
  version: 1,
};
export const request = (more: object = {}) =>
  ({
    id: 'request-1',
    number: 'NL-RQ-4T7KD',
    party: 'NL',
    direction: 'out',
    instrument: 'BUDAPEST_29',
    instrument_title: words('Preservation request', 'Demande de conservation'),
    family: 'preservation',
    to: { country: 'US', authority: null },
    from: null,
    state: 'SENT',
    since_at: NOW,
    urgent: false,
    created_at: NOW,
    level: 'own',
    content,
    items: [item(), item({ id: 'item-2', place: 2, identifier: '203.0.113.8', state: 'refused' })],
    releases: [],
    waiting_releases: [],
    clocks: [clock()],
    hops: [],
    usual_wait: null,
    papers: [],
    results: [],
    follows: [],
    production: null,
    followed_by: [],
    closing_proposed: false,
    follow_up_forms: [],
    moves: [step('DELIVERED'), step('ACKNOWLEDGED'), step('WITHDRAWN', { needs_reason: true })],
    may: { edit: false, release: true },
    ...more,
  }) as unknown as RequestView;
export const page = (...items: unknown[]) => ({ items, next: null });
export const instrument = (key: string, title: string, family = 'preservation') => ({
  key,
  title: words(title),
  family,
  forms: ['tcy_preservation'],
  legal_basis: { value: words('Budapest Convention, Article 29'), source: 'CETS 185', verified: false },
});

export const lapse = (running: ReturnType<typeof clock> = clock(), more: object = {}) => ({
  id: running.id,
  due_at: running.due_at,
  request: 'request-1',
  number: 'NL-RQ-4T7KD',
  party: 'NL',
  state: 'SENT',
  title: null,
  instrument: 'BUDAPEST_29',
  instrument_title: words('Preservation request'),
  country: 'US',
  urgent: false,
  item: 'item-1',
  data: '203.0.113.7',
  clock: running,
  retention: null,
  stops: ['production', 'extension'],
  ...more,
});

export const at = (path: string, answer: (api: FakeApi) => void) =>
  renderRoute(`/jits/${JIT}/${path}`, (api) => {
    answerTeam(api, ['requests:read', 'request_contents:read', 'requests:work', 'requests:release', 'evidence:read']);
    api.on('GET', '/api/instruments', () =>
      page(instrument('BUDAPEST_29', 'Preservation request'), instrument('JIT_MEASURE', 'Domestic measure', 'advice')),
    );
    api.on('GET', '/api/countries', () => page({ code: 'US', name: words('United States') }));
    api.on('GET', `${REQUESTS}/request-1/moves`, () => page());
    api.on('GET', `${REQUESTS}/expiring`, () => page());
    answer(api);
  });
