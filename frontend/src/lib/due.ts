/** How far away a deadline is, and whether it is near. */

/** Items due within this time have a filled button. */
const SOON_MS = 2 * 86_400_000;

export const isSoon = (due: string | null, now: number) => due !== null && Date.parse(due) - now < SOON_MS;

/** in 23 hours, in 3 days, 2 hours ago: the distance in its largest unit. */
export function distance(at: string, now: number, locale: string): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  const seconds = (Date.parse(at) - now) / 1000;
  const far = Math.abs(seconds);
  if (far < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  return far < 2 * 86_400
    ? relative.format(Math.trunc(seconds / 3600), 'hour')
    : relative.format(Math.trunc(seconds / 86_400), 'day');
}
