/** A day of the calendar, the same in every zone. */
import { useLocale } from '@/api/team';
import { calendarDay } from '@/lib/time';

export function Day({ day }: { day: string }) {
  const { locale } = useLocale();
  return <time dateTime={day}>{calendarDay(day, locale)}</time>;
}
