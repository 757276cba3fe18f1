/** A bundle as it is being put together: what may be chosen, and the form that it comes to. Pure. */
import type { ExportForm, OfferView, Profile } from './queries';

export type Draft = {
  profile: Profile | null;
  exhibits: string[];
  /** A party's code; '' is the whole team. */
  of: string;
  language: 'en' | 'fr';
  zone: string;
  proceeding: string;
  reason: string;
};

export const OF_EXHIBITS: readonly Profile[] = ['court', 'defence'];
const ORDER: readonly Profile[] = [
  'court',
  'defence',
  'supervisory_authority',
  'member_state',
  'statistics',
  'archive',
];

/** The profiles that a seat is offered, each once; of an exhibit, those of exhibits alone. */
export const profilesOf = (offers: OfferView[], exhibit: boolean): Profile[] =>
  ORDER.filter(
    (profile) => offers.some((one) => one.profile === profile) && (!exhibit || OF_EXHIBITS.includes(profile)),
  );

/** Of whom a bundle of this profile may be: '' the whole team, or a party by its code. A seat without a party chooses among all. */
export function scopesOf(offers: OfferView[], profile: Profile, own: string | null, parties: string[]): string[] {
  const offered = (scope: OfferView['scope']) => offers.some((one) => one.profile === profile && one.scope === scope);
  return [...(offered('team') ? [''] : []), ...(offered('party') ? (own === null ? parties : [own]) : [])];
}

/** The form, or null while something is not said that must be. */
export function formOf({ profile, exhibits, of, language, zone, proceeding, reason }: Draft): ExportForm | null {
  const asked = {
    language,
    zone,
    ...(proceeding.trim() ? { proceeding: proceeding.trim() } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
  const [first] = exhibits;
  switch (profile) {
    case null:
      return null;
    case 'court':
      return first === undefined ? null : { ...asked, profile, scope: { evidence: first } };
    case 'defence':
      return first === undefined ? null : { ...asked, profile, scope: { exhibits } };
    case 'member_state':
      return of ? { ...asked, profile, scope: { party: of } } : null;
    case 'supervisory_authority':
    case 'statistics':
    case 'archive':
      return { ...asked, profile, scope: of ? { party: of } : {} };
  }
}

/** What decides what would be disclosed: the preview is asked again when this changes, and not with every letter of a reason. */
export const scopeAlone = (draft: Draft): ExportForm | null =>
  formOf({ ...draft, language: 'en', zone: 'UTC', proceeding: '', reason: '' });
