import { describe, expect, it } from 'vitest';
import { stateName } from '@/api/team';
import type { PartyView } from '@/api/views';
import { defaultsFor, faultsOf, formOf, WHOLE, type Draft } from '@/features/teams/members/proposal';
import { deviceOf } from '@/lib/device';
import { age } from '@/lib/format';

describe('a session’s device', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome 140',
      'Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.1',
      'Edge 140',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'Safari 18',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari 18',
      'iOS',
    ],
    ['Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 'Firefox 143', 'Android'],
    ['curl/8.5.0', 'curl 8', null],
    ['', null, null],
  ])('is told by %s', (agent, browser, system) => {
    expect(deviceOf(agent)).toEqual({ browser, system });
  });
});

describe('names and ages', () => {
  it('calls a State by its name in the page’s language, unless the team calls it otherwise', () => {
    expect(stateName({ code: 'DE', name: 'Germany', kind: 'member_state' }, 'fr-FR')).toBe('Allemagne');
    expect(stateName({ code: 'DE', name: 'Bundesrepublik', kind: 'member_state' }, 'fr-FR')).toBe('Bundesrepublik');
    expect(stateName({ code: 'EUROPOL', name: 'Europol', kind: 'eu_body' }, 'fr-FR')).toBe('Europol');
  });
  it('says an age in its largest unit', () => {
    expect([0, 59, 61, 7300, 200_000, -5].map((one) => age(one, 'en-GB'))).toEqual([
      '0 seconds ago',
      '59 seconds ago',
      '1 minute ago',
      '2 hours ago',
      '2 days ago',
      '0 seconds ago',
    ]);
  });
});

describe('a proposed seat', () => {
  const draft: Draft = {
    party: 'NL',
    authority: 'POL',
    email: ' new@nl.test ',
    name: ' Nadia Vos ',
    roles: ['member'],
    function: 'police',
  };
  it('is sent with what was said and no more', () => {
    expect(faultsOf(draft)).toEqual({});
    expect(formOf(draft)).toEqual({
      party: 'NL',
      authority: 'POL',
      email: 'new@nl.test',
      name: 'Nadia Vos',
      roles: ['member'],
      function: 'police',
    });
  });
  it('of the whole team is its auditor’s, of no party and authority', () => {
    expect(formOf({ ...draft, party: WHOLE })).toMatchObject({ party: null, authority: null, roles: ['auditor'] });
    expect(faultsOf({ ...draft, party: WHOLE, authority: null, roles: [] })).toEqual({});
  });
  it('begins with the only authority, and with a leader for a party that has none', () => {
    const party = (codes: string[], hasLeader: boolean) =>
      ({ code: 'NL', authorities: codes.map((code) => ({ code })), has_leader: hasLeader }) as unknown as PartyView;
    expect(defaultsFor(party(['POL'], false))).toEqual({ party: 'NL', authority: 'POL', roles: ['leader'] });
    expect(defaultsFor(party(['POL', 'OM'], true))).toEqual({ party: 'NL', authority: null, roles: [] });
    expect(defaultsFor(undefined)).toEqual({ party: WHOLE, authority: null, roles: [] });
  });
  it('is not sent half', () => {
    expect(faultsOf({ ...draft, authority: null, email: 'x', name: ' ', roles: [] })).toEqual({
      authority: 'members/needAuthority',
      email: 'members/needEmail',
      name: 'members/needName',
      roles: 'members/needRoles',
    });
    expect(faultsOf({ ...draft, roles: ['auditor', 'leader'] })).toEqual({ roles: 'members/auditorAlone' });
  });
});
