/** The lines of entries about calendar feeds, working hours and shift notes. Pure except for texts. */
import type { TFunction } from 'i18next';
import type { EntryView } from '@/api/views';
import type { Said } from './saying';

export function dailySayings(entry: EntryView, t: TFunction, locale: string): Said[] {
  const value = (name: string): unknown => entry.fields?.[name]?.value;
  const lines: Said[] = [];
  const addresses = value('addresses');
  if (typeof addresses === 'number')
    lines.push({ label: null, text: t('calendarFeeds/addresses', { count: addresses }) });
  const [days, begins, ends] = [value('days'), value('begins'), value('ends')];
  if (entry.kind === 'party.hours_set' && Array.isArray(days)) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    const named = days
      .filter((day): day is number => typeof day === 'number')
      .map((day) => format.format(new Date(Date.UTC(2024, 0, day)))); // 1 January 2024 was a Monday
    lines.push({ label: null, text: `${named.join(', ')} ${String(begins)}–${String(ends)}` });
    const country = value('holidays_of');
    if (typeof country === 'string') lines.push({ label: t('hours/country'), text: country });
  }
  return lines;
}
