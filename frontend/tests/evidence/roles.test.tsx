/** What the cards of an exhibit say to each role: "none" and "not visible to you" are different sentences. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EvidenceView } from '@/api/views';
import { PhysicalCustodyTab } from '@/features/custody/physical-custody/PhysicalCustodyTab';
import { CustodySummary } from '@/features/evidence/exhibit/CustodySummary';
import { KeyFacts } from '@/features/evidence/exhibit/KeyFacts';
import { WhyPanel } from '@/features/evidence/exhibit/WhyPanel';
import { AdmissibilityPanel } from '@/features/requests/admissibility/AdmissibilityPanel';
import { SharingTable } from '@/features/sharing/releases/SharingTable';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { JIT, NOW, TEAM, seat } from '../support/team';

const AT = { evidence: 'exhibit-1', visible: true, standing: null, party: null, seat: null, custodian: null };
const WHERE = { ...AT, place: null, seal: null, changed_at: null, handover: null, steps: [], receivers: [], way: [] };
const OWN = { party: 'NL', level: 'held', authorities: null, seats: null, granted_by: 'DE-01', granted_at: NOW };
const FOREIGN = { mine: false, originator: 'DE' };
const OWN_ROW = [
  { ...OWN, not_before: null, until: null, purposes: null, basis: null, state: 'effective', version: 1 },
];
const REFUSED = { allowed: false, obligations: [], because: ['role_may_not'] };
const NO_RELEASE = { may: { ...(exhibit()['may'] as object), release: REFUSED } };

type Case = { role: string; seat: object; of: object; at?: object; says: string[]; never: string[] };
const CASES: Case[] = [
  {
    role: 'leader of the originator',
    seat: {},
    of: {},
    says: ['No physical item recorded', 'No copies', 'Shared with 1 of 2 parties', 'Not shared'],
    never: ['Not visible to you', 'Your party sees only its own access.'],
  },
  {
    role: 'contributor of the originator',
    seat: {},
    of: NO_RELEASE,
    says: ['No physical item recorded', 'Only a leader can change the sharing.', 'No admissibility check yet.'],
    never: ['Not visible to you', 'Your role does not include this.'],
  },
  {
    role: 'coordinator of the originator',
    seat: { roles: ['coordinator'] },
    of: { ...NO_RELEASE, level: 'listed', releases: OWN_ROW, sees: { releases: 'all', copies: 'none' } },
    at: { visible: false },
    says: ['Not visible to you', 'Your role sees the metadata only.'],
    never: ['No physical item recorded', 'No copies', 'No custody event recorded', 'Your party has access to'],
  },
  {
    role: 'leader of a recipient',
    seat: {},
    of: { ...FOREIGN, releases: OWN_ROW, sees: { releases: 'own', copies: 'own' } },
    says: [
      'No physical item recorded',
      'Your party holds no copy.',
      'Copies of other parties are not visible to you.',
      'Your party sees only its own access.',
      'No admissibility check by your party. Checks of other parties are not visible to you.',
    ],
    never: ['No copies', 'Not shared'],
  },
  {
    role: 'leader of a recipient of the metadata',
    seat: {},
    of: {
      ...FOREIGN,
      level: 'listed',
      releases: [{ ...OWN_ROW[0], level: 'listed' }],
      sees: { releases: 'own', copies: 'own' },
    },
    at: { visible: false },
    says: ['Not visible to you', 'Your party has access to the metadata only. Ask Germany for more.'],
    never: ['No physical item recorded', 'No custody event recorded'],
  },
  {
    role: 'auditor of a recipient',
    seat: { roles: ['auditor'] },
    of: { ...FOREIGN, level: 'listed', releases: OWN_ROW, sees: { releases: 'own', copies: 'own' } },
    at: { visible: false },
    says: ['Not visible to you', 'Your role sees the metadata only.', 'Your party sees only its own access.'],
    never: ['No physical item recorded', 'Ask Germany for more.'],
  },
  {
    role: 'auditor of the team',
    seat: { party: null, roles: ['auditor'] },
    of: { ...NO_RELEASE, ...FOREIGN, level: 'listed', sees: { releases: 'all', copies: 'none' } },
    at: { visible: false },
    says: [
      'Not visible to you',
      'As auditor of the team you see the access of every party.',
      'The auditor of the team sees the metadata only.',
    ],
    never: ['No physical item recorded', 'Your party sees only its own access.', 'No copies', 'Your party has access'],
  },
  {
    role: 'originator of a destroyed item',
    seat: {},
    of: {},
    at: { standing: 'destroyed', party: 'NL' },
    says: ['Destroyed'],
    never: ['No physical item recorded'],
  },
];

it.each(CASES)('say to the $role only what is true', async ({ seat: who, of, at = {}, says, never }) => {
  const shown = exhibit(of) as unknown as EvidenceView;
  const permissions = ['evidence:read', 'releases:read', 'requests:read', 'request_contents:read'];
  await renderPart(
    <>
      <CustodySummary exhibit={shown} onAll={() => undefined} />
      <PhysicalCustodyTab exhibit={shown} />
      <SharingTable exhibit={shown} copiesOut={() => 0} />
      <KeyFacts exhibit={shown} onEdit={() => undefined} />
      <AdmissibilityPanel exhibit={shown} record={false} />
    </>,
    (api) => {
      const jit = { id: JIT, name: 'Lantern', reference: 'JIT 2026/1', state: 'operational', quorum: 2, version: 1 };
      const me = { jit, seat: seat('NL-01', 'Noor Brandsma', { permissions, ...who }) };
      const account = { id: 'a', email: 'a@b.c', name: 'Noor', locale: 'en-GB', time_zone: 'Europe/Amsterdam' };
      api.on('GET', '/api/me', () => ({ account, seats: [me], session: { id: 's' }, demonstration: false }));
      api.on('GET', `${TEAM}/physical-custody/exhibit-1`, () => ({ ...WHERE, ...at, may_correct: false, version: 0 }));
      api.on('GET', `${TEAM}/copies`, () => ({ items: [], next: null }));
      api.on('GET', `${TEAM}/waiting-releases`, () => ({ items: [], next: null }));
      api.on('GET', `${TEAM}/evidence/exhibit-1/derivations`, () => ({ derived_from: [], derived: [] }));
      api.on('GET', `${TEAM}/evidence/exhibit-1/admissibility`, () => ({ items: [], translations: [], may: {} }));
    },
  );
  for (const sentence of says) expect((await screen.findAllByText(sentence)).length, sentence).toBeGreaterThan(0);
  for (const sentence of never) expect(screen.queryByText(sentence, { exact: false }), sentence).toBeNull();
});

it('names the originator instead of a release to it', async () => {
  await renderPart(<WhyPanel exhibit={exhibit() as unknown as EvidenceView} />, (api) => {
    const decision = { allowed: true, because: [{ code: 'own_exhibit' }], obligations: [], release: null };
    api.on('GET', `${TEAM}/evidence/exhibit-1/decision`, () => decision);
  });
  expect(await screen.findByText('Your party is the originator.')).toBeTruthy();
});
