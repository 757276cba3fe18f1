/** Times as text: always by Intl, and with a visible zone. */
import { cityOf } from './zoneCities';

const cache = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
    cache.set(key, found);
  }
  return found;
}

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** 24 Nov 2026, 14:15 CET */
export function fullTime(iso: string, zone: string, locale: string, clock: Intl.DateTimeFormatOptions = CLOCK): string {
  const parts = format(locale, zone, { ...DATE, ...clock, timeZoneName: 'short' }).formatToParts(new Date(iso));
  return parts.map(({ type, value }) => (type === 'timeZoneName' ? spoken(value, zone, locale) : value)).join('');
}

/** 24 Nov 2026, 14:15:58 CET */
export const secondTime = (iso: string, zone: string, locale: string) =>
  fullTime(iso, zone, locale, { ...CLOCK, second: '2-digit' });

/** The abbreviation, or in French the time of the city where only the distance from UTC is known: « heure de Paris ». */
function spoken(name: string, zone: string, locale: string): string {
  return locale.startsWith('fr') && /^UTC[+−-]/.test(name) ? cityOf(zone) : name;
}

/** Fri 27 Nov 17:00: weekday and date, with the year if it is another. */
export function dayTime(iso: string, zone: string, locale: string, now: number = Date.now()): string {
  const year = format('en', zone, { year: 'numeric' });
  const other: Intl.DateTimeFormatOptions = year.format(new Date(iso)) === year.format(now) ? {} : { year: 'numeric' };
  return `${format(locale, zone, { weekday: 'short', day: 'numeric', month: 'short', ...other }).format(new Date(iso))} ${format(locale, zone, CLOCK).format(new Date(iso))}`;
}

/** 24 Nov 2026, 13:15:58 UTC: for hover, to the second. */
export function universalTime(iso: string, locale: string): string {
  return format(locale, 'UTC', { ...DATE, ...CLOCK, second: '2-digit', timeZoneName: 'short' }).format(new Date(iso));
}

/** 24 Nov 14:15: for columns whose heading names the zone. */
export function columnTime(iso: string, zone: string, locale: string, now: number = Date.now()): string {
  const at = new Date(iso);
  const thisYear =
    format('en', zone, { year: 'numeric' }).format(at) === format('en', zone, { year: 'numeric' }).format(now);
  const date = format(
    locale,
    zone,
    thisYear ? { day: '2-digit', month: 'short' } : { day: '2-digit', month: 'short', year: '2-digit' },
  ).format(at);
  return `${date} ${format(locale, zone, CLOCK).format(at)}`;
}

/** 14:15:58 */
export function clockTime(iso: string, zone: string, locale: string): string {
  return format(locale, zone, { ...CLOCK, second: '2-digit' }).format(new Date(iso));
}

/** 14:15 */
export function shortClock(at: number, zone: string, locale: string): string {
  return format(locale, zone, CLOCK).format(at);
}

/** Tuesday 24 November 2026 */
export function dayName(iso: string, zone: string, locale: string): string {
  return format(locale, zone, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(iso),
  );
}

/** Tue: for clocks of places where it can be another day. */
export function weekday(at: number, zone: string, locale: string): string {
  return format(locale, zone, { weekday: 'short' }).format(at);
}

/** CET, CEST, GMT+9 or « heure de Paris » */
export function zoneName(at: number, zone: string, locale: string): string {
  const parts = format(locale, zone, { timeZoneName: 'short' }).formatToParts(at);
  return spoken(parts.find((part) => part.type === 'timeZoneName')?.value ?? zone, zone, locale);
}

/** `14 Mar 2027`: a calendar day without a zone. */
export function calendarDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
