/** Exhibits as the API gives them. */
import { eachFurther } from '@/features/evidence/exhibit/fields';
import { NOW } from './team';

const YES = { allowed: true, obligations: [], because: [] };
const ACTS = [
  'open',
  'take',
  'derive',
  'flag',
  'disclose',
  'release',
  'describe',
  'withdraw',
  'erase',
  'bundle',
  'verify',
  'close',
  'filter',
];

/** A Dutch exhibit that Germany may view. The signed-in seat may do everything with it. */
export function exhibit(more: object = {}): Record<string, unknown> {
  const release = {
    party: 'DE',
    level: 'readable',
    authorities: null,
    seats: null,
    not_before: null,
    until: null,
    purposes: null,
    basis: null,
    granted_by: 'NL-01',
    granted_at: NOW,
    state: 'effective',
    version: 1,
  };
  return {
    id: 'exhibit-1',
    exhibit_number: 'NL-0001',
    originator: 'NL',
    title: 'Stick',
    kind: 'physical',
    category: 'device',
    handling: ['H0'],
    tlp: 'AMBER',
    status: 'active',
    registered_at: NOW,
    level: 'held',
    mine: true,
    files_count: 0,
    files_bytes: 0,
    released_to: ['DE'],
    version: 1,
    verification: null,
    privilege: null,
    joint: [],
    limits_of_use: [],
    sees: { releases: 'all', copies: 'all' },
    description: null,
    acquired_at: NOW,
    acquired_zone: 'Europe/Amsterdam',
    acquired_by: 'Police',
    place: 'Rotterdam',
    legal_basis: 'Art. 94 Sv',
    handling_text: null,
    ...eachFurther(() => null),
    evaluation: { source: 'A', information: '1', scheme: null, value: null },
    declared_hashes: [],
    registered_by: 'NL-01',
    files: [],
    releases: [release],
    requests: [],
    may: Object.fromEntries(ACTS.map((act) => [act, YES])),
    ...more,
  };
}
