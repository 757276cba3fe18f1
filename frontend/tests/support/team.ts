/** The team of the component tests: Noor (NL-01) of the Netherlands is signed in; Germany and France take part. */
import type { FakeApi } from './api';

export const JIT = 'jit-1';
export const TEAM = `/api/jits/${JIT}`;
export const NOW = '2026-03-02T09:00:00Z';

const jit = { id: JIT, name: 'Lantern', reference: 'JIT 2026/1', state: 'operational', quorum: 2, version: 1 };

/** Permissions of a seat that may do the work of a contributor and a party leader. */
const PERMISSIONS = [
  'jits:read',
  'members:read',
  'evidence:read',
  'evidence:register',
  'evidence:describe',
  'evidence:withdraw',
  'evidence:open',
  'files:upload',
  'releases:read',
  'releases:grant',
  'rules:read',
  'consents:read',
  'stream:follow',
  'tasks:read',
  'tasks:assign',
  'tasks:work',
  'channels:open',
  'messages:read',
  'messages:say',
  'decisions:record',
  'operations:read',
  'operations:plan',
  'operations:report',
  'operations:decide',
  'actions:plan',
  'notifications:read',
  'briefings:write',
  'hours:set',
  'calendars:subscribe',
  'ledger:read',
];

export function seat(code: string, name: string, more: object = {}): Record<string, unknown> {
  const party = code.slice(0, 2);
  return {
    id: `seat-${code}`,
    code,
    jit: JIT,
    party,
    authority: null,
    roles: ['member'],
    function: 'investigator',
    name,
    mixed: [],
    email: `${code.toLowerCase()}@example.org`,
    state: 'seated',
    proposed_at: NOW,
    seated_at: NOW,
    until: null,
    seconded_to: null,
    entrustment: null,
    role_change: null,
    version: 1,
    permissions: null,
    ...more,
  };
}

export function party(code: string, name: string, zone: string): Record<string, unknown> {
  return {
    id: `party-${code}`,
    code,
    name,
    kind: 'member_state',
    time_zone: zone,
    languages: ['en'],
    authorities: [],
    status: 'active',
    has_leader: true,
    leaving: null,
    version: 1,
  };
}

/** Answer what every screen of a team reads first. `permissions`: of the signed-in seat. */
export function answerTeam(api: FakeApi, permissions: readonly string[] = PERMISSIONS): void {
  const noor = seat('NL-01', 'Noor Brandsma', { permissions });
  const account = {
    id: 'account-noor',
    email: 'noor@nl.demo',
    name: 'Noor Brandsma',
    locale: 'en-GB',
    time_zone: 'Europe/Amsterdam',
    may_found: false,
  };
  const session = { id: 'session-1', created_at: NOW, expires_at: '2036-03-02T09:00:00Z' };
  api.on('GET', '/api/me', () => ({ account, seats: [{ jit, seat: noor }], session, demonstration: false }));
  api.on('GET', '/api/me/organisation', () => ({ name: null, administers: false, recovery: null }));
  api.on('GET', `${TEAM}/parties`, () => ({
    items: [
      party('NL', 'Netherlands', 'Europe/Amsterdam'),
      party('DE', 'Germany', 'Europe/Berlin'),
      party('FR', 'France', 'Europe/Paris'),
    ],
  }));
  api.on('GET', `${TEAM}/members`, () => ({
    items: [noor, seat('DE-01', 'Jonas Reinharz'), seat('DE-02', 'Lena Vogtmann'), seat('FR-01', 'Claire Masson')],
  }));
}
