/** An export package that is being requested: the choices, and the form for the server. Pure. */
import type { Purpose } from '@/api/views';
import type { OriginalsOf, Taking } from '@/components/exhibits/Originals';
import { daySpan } from '@/lib/zones';
import type { ExportForm, OfferView, PackageFilesView, Profile } from './queries';

export type Draft = Taking & {
  profile: Profile | null;
  exhibits: string[];
  /** A party's code; '' is the whole team. */
  of: string;
  /** First and last day of the period, `YYYY-MM-DD`, both included; null: without a beginning or an end. */
  from: string | null;
  to: string | null;
  language: 'en' | 'fr';
  /** Of times in the documents; null: the zone that the server proposes. */
  zone: string | null;
  proceeding: string;
  reason: string;
  /** The member has read the limits of use of the exhibits. */
  limits: boolean;
  /** Whether the package includes originals, for this purpose. */
  files: boolean;
  purpose: Purpose;
};

/** The profiles about exhibits; all others may be limited to a period. */
export const OF_EXHIBITS: readonly Profile[] = ['court', 'defence'];
const ORDER: readonly Profile[] = [
  'court',
  'defence',
  'supervisory_authority',
  'member_state',
  'statistics',
  'archive',
];
/** The server takes at most this many exhibits. */
export const MOST_EXHIBITS = 50;

/** The profiles that a member is offered, each once; for chosen exhibits, those about exhibits alone. */
export const profilesOf = (offers: OfferView[], exhibits: boolean): Profile[] =>
  ORDER.filter(
    (profile) => offers.some((one) => one.profile === profile) && (!exhibits || OF_EXHIBITS.includes(profile)),
  );

/** The scopes of a profile: '' the whole team, or a party by its code. A member without a party chooses among all. */
export function scopesOf(offers: OfferView[], profile: Profile, own: string | null, parties: string[]): string[] {
  const offered = (scope: OfferView['scope']) => offers.some((one) => one.profile === profile && one.scope === scope);
  return [...(offered('team') ? [''] : []), ...(offered('party') ? (own === null ? parties : [own]) : [])];
}

/** The form, or null while a required value is missing. `days`: the zone in which the days of the period begin. */
export function formOf(draft: Draft, days: string): ExportForm | null {
  const { profile, exhibits, of, from, to, language, zone, proceeding, reason } = draft;
  const asked = {
    language,
    ...(zone === null ? {} : { zone }),
    ...(proceeding.trim() ? { proceeding: proceeding.trim() } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
  const period = daySpan(from ?? undefined, to ?? undefined, days);
  const [first] = exhibits.length > MOST_EXHIBITS ? [] : exhibits;
  const read = { ...(draft.limits ? { acknowledged_limits: true } : {}), ...included(draft) };
  switch (profile) {
    case null:
      return null;
    case 'court':
      if (first === undefined) return null;
      return { ...asked, ...read, profile, scope: { evidence: exhibits.length === 1 ? first : exhibits } };
    case 'defence':
      return first === undefined ? null : { ...asked, ...read, profile, scope: { exhibits } };
    case 'member_state':
      return of ? { ...asked, ...period, profile, scope: { party: of } } : null;
    case 'supervisory_authority':
    case 'statistics':
    case 'archive':
      return { ...asked, ...period, profile, scope: of ? { party: of } : {} };
  }
}

const included = ({ files, purpose, justification, custodian, file_number, acknowledged }: Draft) =>
  files
    ? {
        files: {
          purpose,
          justification: justification.trim(),
          custodian: custodian.trim(),
          file_number: file_number.trim(),
          acknowledged,
        },
      }
    : {};

/** The originals of each exhibit, as the fields of a download take them. */
export const originalsOf = ({ exhibits }: PackageFilesView): OriginalsOf[] =>
  exhibits.map(({ exhibit_number: number, ...one }) => ({ ...one, number }));

/** The values that decide the content: the preview is reloaded when they change, not with every letter of a reason. */
export const scopeAlone = (draft: Draft, days: string): ExportForm | null =>
  formOf({ ...draft, language: 'en', zone: null, proceeding: '', reason: '', limits: false, files: false }, days);

/** The scope without its period, for which the server proposes a zone. */
export const unlimited = (draft: Draft): ExportForm | null => scopeAlone({ ...draft, from: null, to: null }, 'UTC');
