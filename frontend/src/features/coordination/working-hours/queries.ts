/** Queries of working hours and meeting times. Their key is below that of the overview. */
import { queryOptions } from '@tanstack/react-query';
import { listMeetingSlots, listWorkingHours, setWorkingHours } from '@/api/generated/sdk.gen';
import type { LocalView, SlotView, WorkingHoursForm, WorkingHoursView } from '@/api/generated/types.gen';
import { ifMatch } from '@/api/headers';

export type { LocalView, SlotView, WorkingHoursForm, WorkingHoursView };
export type AtWork = LocalView['at_work'];

/** Holidays are named in the page's language where their country does. */
const spoken = (locale: string) => (locale.startsWith('fr') ? ('fr' as const) : ('en' as const));

export const workingHoursQuery = (jit: string, locale: string) =>
  queryOptions({
    queryKey: [{ _id: 'readSituation', path: { jit }, part: 'hours', language: spoken(locale) }] as const,
    queryFn: async ({ signal }) =>
      (await listWorkingHours({ path: { jit }, query: { language: spoken(locale) }, signal, throwOnError: true })).data,
    staleTime: 60 * 60_000,
    refetchInterval: 60 * 60_000,
  });

export const meetingSlotsQuery = (jit: string, party: string[], minutes: number, days: number, locale: string) =>
  queryOptions({
    queryKey: [
      { _id: 'readSituation', path: { jit }, part: 'slots', party, minutes, days, language: spoken(locale) },
    ] as const,
    queryFn: async ({ signal }) =>
      (
        await listMeetingSlots({
          path: { jit },
          query: { party, minutes, days, language: spoken(locale) },
          signal,
          throwOnError: true,
        })
      ).data,
    staleTime: 0,
  });

export async function setHours(jit: string, version: number, body: WorkingHoursForm): Promise<WorkingHoursView> {
  return (await setWorkingHours({ path: { jit }, headers: ifMatch(version), body, throwOnError: true })).data;
}
