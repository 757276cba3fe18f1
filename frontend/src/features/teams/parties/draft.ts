/** A party as it is entered: its authorities, what is missing, and the form that the server takes. Pure. */
import type { PartyForm } from '@/api/views';
import { nameOf, type Place } from './places';

export type AuthorityKind = PartyForm['authorities'][number]['kind'];
export type AuthorityDraft = { key: string; name: string; kind: AuthorityKind };
export type PartyDraft = {
  code: string;
  name: string;
  kind: PartyForm['kind'];
  zone: string;
  languages: string[];
  authorities: AuthorityDraft[];
};

export const AUTHORITY_KINDS: readonly AuthorityKind[] = ['prosecution', 'court', 'police', 'laboratory', 'body'];
const SHORT: Record<AuthorityKind, string> = {
  prosecution: 'PP',
  court: 'CT',
  police: 'POL',
  laboratory: 'LAB',
  body: 'NM',
};

export const isState = ({ kind }: { kind: PartyForm['kind'] }) => kind === 'member_state' || kind === 'third_country';

let count = 0;
export function newAuthority(kind: AuthorityKind): AuthorityDraft {
  count += 1;
  return { key: String(count), name: '', kind };
}

export function draftOf(place: Place, language: string, bodyName: string): PartyDraft {
  const name = nameOf(place, language);
  const first = isState(place) ? newAuthority('prosecution') : { ...newAuthority('body'), name: bodyName };
  return {
    code: place.code,
    name,
    kind: place.kind,
    zone: place.zone,
    languages: place.languages,
    authorities: [first],
  };
}

/** The codes of the authorities: by kind, numbered where a kind is repeated. */
export function codesOf(authorities: readonly AuthorityDraft[]): string[] {
  const seen = new Map<string, number>();
  return authorities.map(({ kind }) => {
    const number = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, number);
    return number === 1 ? SHORT[kind] : `${SHORT[kind]}${String(number)}`;
  });
}

/** The authorities without a name, as fields of the form in which the party is entered at `place`. */
export const partyFaults = ({ authorities }: PartyDraft, place: string): Record<string, 'founding/needAuthority'> =>
  Object.fromEntries(
    authorities.flatMap(({ name }, at) =>
      name.trim() ? [] : [[`${place}.authorities.${String(at)}.name`, 'founding/needAuthority']],
    ),
  );

export function partyForm(party: PartyDraft): PartyForm {
  const codes = codesOf(party.authorities);
  return {
    code: party.code,
    name: party.name.trim(),
    kind: party.kind,
    time_zone: party.zone,
    languages: party.languages,
    authorities: party.authorities.map(({ name, kind }, index) => ({
      code: codes[index] ?? '',
      name: name.trim(),
      kind,
    })),
  };
}
