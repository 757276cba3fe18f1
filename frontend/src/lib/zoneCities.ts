/** French names of the cities after which time zones are named, where they differ from the zone. Pure. */
const CITIES: Record<string, string> = {
  Athens: 'Athènes',
  Brussels: 'Bruxelles',
  Bucharest: 'Bucarest',
  Copenhagen: 'Copenhague',
  Kiev: 'Kyïv',
  Lisbon: 'Lisbonne',
  London: 'Londres',
  Malta: 'Malte',
  Nicosia: 'Nicosie',
  Vienna: 'Vienne',
  Warsaw: 'Varsovie',
};

/** « heure de Paris », « heure d’Amsterdam ». */
export function cityOf(zone: string): string {
  const last = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const city = CITIES[last] ?? last;
  return `heure ${/^[AEIOUÉÎ]/.test(city) ? 'd’' : 'de '}${city}`;
}
