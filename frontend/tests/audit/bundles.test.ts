import { expect, it } from 'vitest';
import type { OfferView } from '@/features/audit/exports/queries';
import { formOf, MOST_EXHIBITS, profilesOf, scopeAlone, scopesOf, type Draft } from '@/features/audit/exports/draft';

const PARIS = 'Europe/Paris';
const draft: Draft = {
  profile: null,
  exhibits: [],
  of: '',
  from: null,
  to: null,
  language: 'fr',
  zone: PARIS,
  proceeding: ' TJ Paris ',
  reason: '',
  limits: false,
  files: false,
  purpose: 'JIT_PURPOSE',
  justification: '',
  custodian: '',
  file_number: '',
  acknowledged: false,
};
const offer = (profile: OfferView['profile'], scope: OfferView['scope']): OfferView => ({ profile, scope });

it('comes to a form only when all is said that must be', () => {
  expect(formOf(draft, PARIS)).toBeNull();
  expect(formOf({ ...draft, profile: 'court' }, PARIS)).toBeNull();
  expect(formOf({ ...draft, profile: 'member_state' }, PARIS)).toBeNull();
  expect(formOf({ ...draft, profile: 'court', exhibits: ['a', 'b'] }, PARIS)).toEqual({
    profile: 'court',
    scope: { evidence: ['a', 'b'] },
    language: 'fr',
    zone: 'Europe/Paris',
    proceeding: 'TJ Paris',
  });
  expect(formOf({ ...draft, profile: 'defence', exhibits: ['a', 'b'], proceeding: '', reason: 'x' }, PARIS)).toEqual({
    profile: 'defence',
    scope: { exhibits: ['a', 'b'] },
    language: 'fr',
    zone: 'Europe/Paris',
    reason: 'x',
  });
  expect(formOf({ ...draft, profile: 'court', exhibits: ['a'] }, PARIS)?.scope).toEqual({ evidence: 'a' });
  const many = Array.from({ length: MOST_EXHIBITS + 1 }, (_, one) => String(one));
  expect(formOf({ ...draft, profile: 'court', exhibits: many }, PARIS)).toBeNull();
  expect(formOf({ ...draft, profile: 'defence', exhibits: many.slice(1) }, PARIS)).not.toBeNull();
  expect(formOf({ ...draft, profile: 'archive' }, PARIS)?.scope).toEqual({});
  const march: Draft = { ...draft, profile: 'archive', from: '2026-03-01', to: '2026-03-31' };
  expect(formOf(march, PARIS)).toMatchObject({
    since: '2026-03-01T00:00:00+01:00',
    until: '2026-04-01T00:00:00+02:00',
  });
  expect(formOf({ ...march, profile: 'defence', exhibits: ['a'] }, PARIS)).not.toHaveProperty('since');
  expect(formOf({ ...draft, profile: 'statistics', of: 'FR' }, PARIS)?.scope).toEqual({ party: 'FR' });
});

it('leaves the zone to the server until one is chosen, and begins days in the zone that it is given', () => {
  const proposed: Draft = { ...draft, profile: 'archive', zone: null, from: '2026-03-01' };
  expect(formOf(proposed, 'Europe/Helsinki')).toMatchObject({ since: '2026-03-01T00:00:00+02:00' });
  expect(formOf(proposed, 'Europe/Helsinki')).not.toHaveProperty('zone');
});

it('asks for another preview when the scope changes, and not with every letter', () => {
  const chosen: Draft = { ...draft, profile: 'archive' };
  expect(scopeAlone(chosen, PARIS)).toEqual(
    scopeAlone({ ...chosen, reason: 'a', proceeding: 'b', language: 'en', zone: 'UTC' }, PARIS),
  );
  expect(scopeAlone(chosen, PARIS)).not.toEqual(scopeAlone({ ...chosen, of: 'FR' }, PARIS));
});

it('offers what the server offers, once each, and of an exhibit what is of exhibits', () => {
  const offers = [
    offer('archive', 'team'),
    offer('supervisory_authority', 'party'),
    offer('supervisory_authority', 'team'),
    offer('court', 'exhibits'),
  ];
  expect(profilesOf(offers, false)).toEqual(['court', 'supervisory_authority', 'archive']);
  expect(profilesOf(offers, true)).toEqual(['court']);
  expect(scopesOf(offers, 'supervisory_authority', null, ['FR', 'NL'])).toEqual(['', 'FR', 'NL']);
  expect(scopesOf(offers, 'supervisory_authority', 'FR', ['FR', 'NL'])).toEqual(['', 'FR']);
  expect(scopesOf(offers, 'archive', null, ['FR'])).toEqual(['']);
});
