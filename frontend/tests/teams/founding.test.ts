import { describe, expect, it } from 'vitest';
import { codesOf, draftOf, newAuthority, partyFaults } from '@/features/teams/parties/draft';
import { nameOf, PLACES } from '@/features/teams/parties/places';
import { FAULTS, founderOf, jitForm, memberForms, newDraft, NOBODY } from '@/features/teams/founding/draft';

const place = (code: string) => PLACES.find((one) => one.code === code) ?? expect.fail(code);
const named = (code: string, name = 'Public prosecution') => {
  const party = draftOf(place(code), 'en', 'National member');
  return { ...party, authorities: party.authorities.map((one) => ({ ...one, name })) };
};

describe('places', () => {
  it('have unique codes, zones of the browser and names in the language of the page', () => {
    expect(new Set(PLACES.map(({ code }) => code)).size).toBe(PLACES.length);
    for (const { zone } of PLACES) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    expect(PLACES.filter(({ kind }) => kind === 'member_state')).toHaveLength(27);
    expect([nameOf(place('DE'), 'en'), nameOf(place('DE'), 'fr')]).toEqual(['Germany', 'Allemagne']);
  });
});

describe('a party', () => {
  it('numbers authorities of one kind, and is complete once each has a name', () => {
    const [first, second, third] = [newAuthority('police'), newAuthority('police'), newAuthority('court')];
    expect(codesOf([first, second, third])).toEqual(['POL', 'POL2', 'CT']);
    expect(partyFaults(named('NL'), 'party')).toEqual({});
    const missing = { 'party.authorities.0.name': 'founding/needAuthority' };
    expect(partyFaults(draftOf(place('NL'), 'en', ''), 'party')).toEqual(missing);
  });
});

describe('a founding', () => {
  const leader = { ...NOBODY, name: 'Jonas Reinharz', email: ' jonas@de.test ' };
  const draft = {
    ...newDraft('Europe/Paris'),
    name: ' Lantern ',
    reference: 'JIT-1',
    signedOn: '2026-11-01',
    parties: [named('NL'), named('DE'), named('EUROJUST')],
    founderParty: 'NL',
    leaders: { DE: leader },
  };

  it('goes on only with what each step needs', () => {
    expect(FAULTS.map((faults) => faults(draft))).toEqual([{}, {}, {}, {}]);
    expect(FAULTS[0]?.({ ...draft, reference: ' ' })).toEqual({ reference: 'founding/needed' });
    expect(FAULTS[1]?.({ ...draft, parties: [] })).toEqual({
      parties: 'founding/needParty',
      founderParty: 'founding/needed',
    });
    expect(FAULTS[1]?.({ ...draft, parties: [named('INTERPOL'), named('NL', ' ')] })).toEqual({
      'parties.1.authorities.0.name': 'founding/needAuthority',
    });
    expect(
      FAULTS[2]?.({ ...draft, leaders: { NL: { ...NOBODY, name: 'Noor' }, DE: { ...leader, name: '' } } }),
    ).toEqual({
      'leaders.NL.email': 'founding/needAddress',
      'leaders.DE.name': 'founding/needed',
    });
  });
  it('suggests the State in the time zone of the founder, else the first State', () => {
    const own = (home: string, founderParty = '') => founderOf({ ...draft, home, founderParty })?.code;
    expect([own('Europe/Berlin'), own('Europe/Paris'), own('Europe/Berlin', 'NL')]).toEqual(['DE', 'NL', 'NL']);
    expect(own('Europe/Berlin', 'FR')).toBe('DE');
  });
  it('sends the team, and one proposal for each leader of a State that was entered', () => {
    expect(jitForm(draft)).toMatchObject({
      name: 'Lantern',
      time_zone: 'Europe/Paris',
      founder: { party: 'NL', authority: 'PP', function: 'judicial' },
    });
    expect(jitForm(draft).parties.map(({ code, kind }) => [code, kind])).toEqual([
      ['NL', 'member_state'],
      ['DE', 'member_state'],
      ['EUROJUST', 'eu_body'],
    ]);
    expect(memberForms(draft)).toEqual([
      {
        party: 'DE',
        authority: 'PP',
        email: 'jonas@de.test',
        name: 'Jonas Reinharz',
        roles: ['leader'],
        function: 'judicial',
      },
    ]);
  });
});
