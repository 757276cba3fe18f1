/** States and bodies that can be parties: their kind, time zone and languages. Names of States come from the browser, in the page's language. */
import type { PartyForm } from '@/api/views';

export type Place = { code: string; kind: PartyForm['kind']; zone: string; languages: string[]; name?: string };

const member = (code: string, zone: string, ...languages: string[]): Place => ({
  code,
  kind: 'member_state',
  zone,
  languages,
});
const third = (code: string, zone: string, ...languages: string[]): Place => ({
  code,
  kind: 'third_country',
  zone,
  languages,
});
const body = (code: string, kind: PartyForm['kind'], zone: string, name: string): Place => ({
  code,
  kind,
  zone,
  languages: ['en'],
  name,
});

/** Denmark and Ireland are Member States, although Directive 2014/41/EU does not bind them. */
export const PLACES: readonly Place[] = [
  member('AT', 'Europe/Vienna', 'de'),
  member('BE', 'Europe/Brussels', 'nl', 'fr'),
  member('BG', 'Europe/Sofia', 'bg'),
  member('HR', 'Europe/Zagreb', 'hr'),
  member('CY', 'Asia/Nicosia', 'el'),
  member('CZ', 'Europe/Prague', 'cs'),
  member('DK', 'Europe/Copenhagen', 'da'),
  member('EE', 'Europe/Tallinn', 'et'),
  member('FI', 'Europe/Helsinki', 'fi'),
  member('FR', 'Europe/Paris', 'fr'),
  member('DE', 'Europe/Berlin', 'de'),
  member('GR', 'Europe/Athens', 'el'),
  member('HU', 'Europe/Budapest', 'hu'),
  member('IE', 'Europe/Dublin', 'en'),
  member('IT', 'Europe/Rome', 'it'),
  member('LV', 'Europe/Riga', 'lv'),
  member('LT', 'Europe/Vilnius', 'lt'),
  member('LU', 'Europe/Luxembourg', 'fr'),
  member('MT', 'Europe/Malta', 'en'),
  member('NL', 'Europe/Amsterdam', 'nl'),
  member('PL', 'Europe/Warsaw', 'pl'),
  member('PT', 'Europe/Lisbon', 'pt'),
  member('RO', 'Europe/Bucharest', 'ro'),
  member('SK', 'Europe/Bratislava', 'sk'),
  member('SI', 'Europe/Ljubljana', 'sl'),
  member('ES', 'Europe/Madrid', 'es'),
  member('SE', 'Europe/Stockholm', 'sv'),
  third('AL', 'Europe/Tirane', 'sq'),
  third('AU', 'Australia/Sydney', 'en'),
  third('BA', 'Europe/Sarajevo', 'bs'),
  third('CA', 'America/Toronto', 'en', 'fr'),
  third('CH', 'Europe/Zurich', 'de', 'fr', 'it'),
  third('GB', 'Europe/London', 'en'),
  third('GE', 'Asia/Tbilisi', 'ka'),
  third('IS', 'Atlantic/Reykjavik', 'is'),
  third('JP', 'Asia/Tokyo', 'ja'),
  third('LI', 'Europe/Vaduz', 'de'),
  third('MD', 'Europe/Chisinau', 'ro'),
  third('ME', 'Europe/Podgorica', 'sr'),
  third('MK', 'Europe/Skopje', 'mk'),
  third('NO', 'Europe/Oslo', 'no'),
  third('RS', 'Europe/Belgrade', 'sr'),
  third('TR', 'Europe/Istanbul', 'tr'),
  third('UA', 'Europe/Kyiv', 'uk'),
  third('US', 'America/New_York', 'en'),
  body('EUROJUST', 'eu_body', 'Europe/Amsterdam', 'Eurojust'),
  body('EUROPOL', 'eu_body', 'Europe/Amsterdam', 'Europol'),
  body('EPPO', 'eu_body', 'Europe/Luxembourg', 'EPPO'),
  body('OLAF', 'eu_body', 'Europe/Brussels', 'OLAF'),
  body('ICC', 'judicial_authority', 'Europe/Amsterdam', 'ICC'),
  body('INTERPOL', 'organisation', 'Europe/Paris', 'INTERPOL'),
];

export function nameOf(place: Place, language: string): string {
  return place.name ?? new Intl.DisplayNames([language], { type: 'region' }).of(place.code) ?? place.code;
}
