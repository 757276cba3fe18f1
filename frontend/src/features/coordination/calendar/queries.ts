/** The query of the calendar. Its key is in api/queries.ts. */
import { keepPreviousData } from '@tanstack/react-query';
import { readTeamCalendarOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { CalendarEntryView, CalendarKind } from '@/api/generated/types.gen';

export type { CalendarEntryView, CalendarKind };

/** All kinds, in the order of their filters. */
export const CALENDAR_KINDS = [
  'task',
  'action_day',
  'hearing',
  'request_deadline',
  'data_lapse',
  'release_end',
  'consent_answer',
  'consent_end',
  'retention_review',
  'notice_review',
  'request_review',
  'access_end',
] as const satisfies readonly CalendarKind[];

/** `kind`: kinds that are shown, with commas; none: all. `on`: a day of the month or week that is shown. */
export type CalendarSearch = {
  kind?: string | undefined;
  mine?: boolean | undefined;
  span?: 'week' | undefined;
  on?: string | undefined;
};

/** The kinds in an address. Unknown ones are ignored. */
export const kindsOf = (text: string | undefined): CalendarKind[] => {
  const named = (text ?? '').split(',');
  return CALENDAR_KINDS.filter((kind) => named.includes(kind));
};

export const calendarQuery = (jit: string, kinds: CalendarKind[], days: readonly string[], zone: string) => ({
  ...readTeamCalendarOptions({
    path: { jit },
    query: {
      ...(days[0] ? { from: days[0] } : {}),
      ...(days.at(-1) ? { until: days.at(-1) ?? null } : {}),
      zone,
      ...(kinds.length > 0 ? { kind: kinds } : {}),
    },
  }),
  placeholderData: keepPreviousData,
});
