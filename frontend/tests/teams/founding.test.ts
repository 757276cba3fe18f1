import { describe, expect, it } from 'vitest';
import { codesOf, draftOf, isComplete, newAuthority } from '@/features/teams/parties/draft';
import { nameOf, PLACES } from '@/features/teams/parties/places';
import {
  founderOf,
  isLeaderReady,
  jitForm,
  memberForms,
  newDraft,
  NOBODY,
  READY,
} from '@/features/teams/founding/draft';

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
    expect([isComplete(draftOf(place('NL'), 'en', '')), isComplete(named('NL'))]).toEqual([false, true]);
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
    expect(READY.map((ready) => ready(draft))).toEqual([true, true, true, true]);
    expect(READY[0]?.({ ...draft, reference: ' ' })).toBe(false);
    expect(READY[1]?.({ ...draft, parties: [named('INTERPOL')] })).toBe(false);
    expect(READY[2]?.({ ...draft, leaders: { NL: { ...NOBODY, name: 'Noor' } } })).toBe(false);
    expect([isLeaderReady(NOBODY), isLeaderReady({ ...leader, email: 'jonas' })]).toEqual([true, false]);
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
