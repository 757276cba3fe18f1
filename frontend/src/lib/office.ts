/** Whether somebody is likely at their desk: the clock and the weekday of a zone. Not here: holidays, which differ by region. */

export type Hours = 'working' | 'evening' | 'night' | 'weekend';

const WORKING = { from: 8, until: 18 };
const EVENING_UNTIL = 22;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The hours of a zone at a moment; a week begins on Monday. */
export function hoursAt(moment: number, zone: string): Hours {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
    formatters.set(zone, format);
  }
  const parts = format.formatToParts(moment);
  const day = parts.find(({ type }) => type === 'weekday')?.value ?? '';
  const hour = Number(parts.find(({ type }) => type === 'hour')?.value);
  if (hour < 6 || hour >= EVENING_UNTIL) return 'night';
  if (day === 'Sat' || day === 'Sun') return 'weekend';
  return hour >= WORKING.from && hour < WORKING.until ? 'working' : 'evening';
}
