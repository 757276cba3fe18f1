/** Queries and changes of notifications and their settings. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import {
  countNotificationsOptions,
  readNotificationPreferencesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  changeNotification,
  listNotifications,
  readNotifications,
  setNotificationPreferences,
  unreadNotifications,
} from '@/api/generated/sdk.gen';
import type { NotificationView, PreferencesForm, PreferencesView } from '@/api/views';
import { ifMatch } from '@/api/headers';

export type Which = 'unread' | 'all' | 'dismissed';

/**
 * Reading goes in the order in which it was done. A notice of talk is over once its channel is read, where it leads: marked read
 * behind that, it would be gone already.
 */
export const READING = { id: 'reading' };

/** Approaching deadlines cause no fact, so the query reloads by itself. */
const LOOK = 60_000;

export const noticeCountsQuery = (jit: string) => ({
  ...countNotificationsOptions({ path: { jit } }),
  refetchInterval: LOOK,
});

/** The unread, the most urgent first; or all, or what was put away, the newest first. */
export const noticesQuery = (jit: string, which: Which) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listNotifications', path: { jit }, which }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listNotifications({
          path: { jit },
          query: {
            limit: 50,
            ...(which === 'all' ? {} : { [which]: true }),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Not kept in memory: access to a notification can end at any time.
    gcTime: 0,
  });

export async function mark(
  jit: string,
  one: NotificationView,
  change: { read?: boolean; dismissed?: boolean },
): Promise<NotificationView> {
  return (
    await changeNotification({
      path: { jit, notification: one.id },
      body: change,
      headers: ifMatch(one.version),
      throwOnError: true,
    })
  ).data;
}

/** Everything up to this one, the newest that was seen. The id undoes it. */
export async function readAll(jit: string, until: string): Promise<{ id: string; count: number }> {
  return (await readNotifications({ path: { jit }, body: { until }, throwOnError: true })).data;
}

export async function unreadAgain(jit: string, reading: string): Promise<void> {
  await unreadNotifications({ path: { jit, reading }, throwOnError: true });
}

export const preferencesQuery = () => readNotificationPreferencesOptions();

export async function prefer(form: PreferencesForm, version: number): Promise<PreferencesView> {
  return (await setNotificationPreferences({ body: form, headers: ifMatch(version), throwOnError: true })).data;
}
