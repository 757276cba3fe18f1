/** A length of time in its largest unit: 12 days, 5 hours, 1 minute. Days below ten have one decimal. */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FEW = 10;

export function span(seconds: number, locale: string): string {
  const shown = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(
      value,
    );
  if (seconds >= DAY) return shown(seconds / DAY, 'day', seconds < FEW * DAY ? 1 : 0);
  if (seconds >= HOUR) return shown(Math.round(seconds / HOUR), 'hour');
  return shown(Math.max(1, Math.round(seconds / MINUTE)), 'minute');
}
