/** Dates as people type and read them in a field: 16/05/2026, or 16/05/2026 10:05. Pure, and without a zone: what a clock shows. */

const TIME = '(?:[ ,T]+(\\d{1,2})[:h.](\\d{2})(?::(\\d{2})([.,]\\d{1,9})?)?)?';
const DAY_FIRST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${TIME}$`);
const YEAR_FIRST = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`);

const two = (text: string) => text.padStart(2, '0');

/**
 * "2026-05-16", or "2026-05-16T10:05" with a time, with seconds where they were typed; null where it is no such date, or where a
 * time is missing. `exact`: the time of a log, with a fraction of a second if it has one.
 */
export function readTyped(text: string, withTime: boolean, exact = false): string | null {
  const trimmed = text.trim();
  const year = YEAR_FIRST.exec(trimmed);
  const [, first, month, last, hour, minute, second, fraction] = year ?? DAY_FIRST.exec(trimmed) ?? [];
  if (first === undefined || month === undefined || last === undefined) return null;
  const day = year ? `${first}-${two(month)}-${two(last)}` : `${last}-${two(month)}-${two(first)}`;
  const at = new Date(`${day}T00:00:00Z`);
  // 31 February is no date.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return null;
  if (!withTime) return hour === undefined ? day : null;
  if (
    hour === undefined ||
    minute === undefined ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second ?? 0) > 59 ||
    (fraction !== undefined && !exact)
  )
    return null;
  const seconds = second === undefined ? '' : `:${second}${(fraction ?? '').replace(',', '.')}`;
  return `${day}T${two(hour)}:${minute}${seconds}`;
}

/** "16/05/2026" or "16/05/2026 10:05": how a value of `readTyped` is shown; seconds only where there are any. */
export function showTyped(value: string, exact = false): string {
  const [day = '', time] = value.split('T');
  const shown = day.split('-').reverse().join('/');
  return time === undefined ? shown : `${shown} ${exact ? time : time.replace(/^(\d\d:\d\d):00$/, '$1')}`;
}
