/** The founding of a team as it is entered, what is missing in each step, and the forms that the server takes. Pure. */
import type { JitForm } from './queries';
import type { MemberForm } from '@/api/views';
import { codesOf, isState, partyFaults, partyForm, type PartyDraft } from '@/features/teams/parties/draft';

export type LeaderDraft = { name: string; email: string; authority: string; function: MemberForm['function'] };
export type Draft = {
  name: string;
  reference: string;
  signedOn: string;
  zone: string;
  parties: PartyDraft[];
  /** The time zone of the founder, which suggests their party. */
  home: string;
  /** Empty until it is chosen by hand: see `founderOf`. */
  founderParty: string;
  founderFunction: MemberForm['function'];
  /** By the code of the party. */
  leaders: Record<string, LeaderDraft>;
};

export const FUNCTIONS: readonly MemberForm['function'][] = ['judicial', 'police', 'technical'];
export const NOBODY: LeaderDraft = { name: '', email: '', authority: '', function: 'judicial' };

export const newDraft = (zone: string): Draft => ({
  name: '',
  reference: '',
  signedOn: '',
  zone,
  home: zone,
  parties: [],
  founderParty: '',
  founderFunction: 'judicial',
  leaders: {},
});

const isAddress = (email: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email.trim());
const isBlank = ({ name, email }: LeaderDraft) => !name.trim() && !email.trim();

/** The State for which the founder takes part: the chosen one, else the one in their time zone, else the first. */
export function founderOf({ parties, founderParty, home }: Draft): PartyDraft | undefined {
  const states = parties.filter(({ kind }) => kind !== 'organisation');
  return (
    states.find(({ code }) => code === founderParty) ??
    states.find((party) => isState(party) && party.zone === home) ??
    states.find(isState)
  );
}

export const leadersOf = (draft: Draft) =>
  draft.parties.filter(isState).map((party) => ({ party, leader: draft.leaders[party.code] ?? NOBODY }));

type Fault = 'founding/needed' | 'founding/needParty' | 'founding/needAuthority' | 'founding/needAddress';
type Faults = Record<string, Fault>;

/** A leader may be invited later; one that is begun has a name and an address. */
function leaderFaults(party: string, leader: LeaderDraft): Faults {
  if (isBlank(leader)) return {};
  return {
    ...(leader.name.trim() ? {} : { [`leaders.${party}.name`]: 'founding/needed' as const }),
    ...(isAddress(leader.email) ? {} : { [`leaders.${party}.email`]: 'founding/needAddress' as const }),
  };
}

/** The error of each required field that is empty, for each step. */
export const FAULTS: readonly ((draft: Draft) => Faults)[] = [
  (draft) =>
    Object.fromEntries(
      (['name', 'reference', 'signedOn'] as const)
        .filter((name) => !draft[name].trim())
        .map((name) => [name, 'founding/needed' as const]),
    ),
  (draft) => ({
    ...(draft.parties.length > 0 ? {} : { parties: 'founding/needParty' as const }),
    ...Object.fromEntries(
      draft.parties.flatMap((party, at) => Object.entries(partyFaults(party, `parties.${String(at)}`))),
    ),
    ...(founderOf(draft) ? {} : { founderParty: 'founding/needed' as const }),
  }),
  (draft) =>
    Object.fromEntries(
      leadersOf(draft).flatMap(({ party, leader }) => Object.entries(leaderFaults(party.code, leader))),
    ),
  () => ({}),
];

const firstAuthority = (party: PartyDraft) => codesOf(party.authorities)[0] ?? '';

export function jitForm(draft: Draft): JitForm {
  const own = founderOf(draft);
  return {
    name: draft.name.trim(),
    reference: draft.reference.trim(),
    agreement_signed_on: draft.signedOn,
    time_zone: draft.zone,
    founder: {
      party: own?.code ?? '',
      authority: own ? firstAuthority(own) : '',
      function: draft.founderFunction,
    },
    parties: draft.parties.map(partyForm),
  };
}

/** One proposal for each leader that was entered. */
export function memberForms(draft: Draft): MemberForm[] {
  return leadersOf(draft)
    .filter(({ leader }) => !isBlank(leader))
    .map(({ party, leader }) => ({
      party: party.code,
      authority: leader.authority || firstAuthority(party),
      email: leader.email.trim(),
      name: leader.name.trim(),
      roles: ['leader'],
      function: leader.function,
    }));
}
