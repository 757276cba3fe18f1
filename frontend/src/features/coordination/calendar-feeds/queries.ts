/** Queries and changes of calendar feeds. Their key is in api/queries.ts. */
import { listCalendarFeedsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { makeCalendarFeed, revokeCalendarFeed } from '@/api/generated/sdk.gen';
import type { CalendarFeedMadeView, CalendarFeedView } from '@/api/generated/types.gen';

export type { CalendarFeedMadeView, CalendarFeedView };
export const MOST_FEEDS = 5;

export const calendarFeedsQuery = (jit: string) => ({ ...listCalendarFeedsOptions({ path: { jit } }), staleTime: 0 });

export async function makeFeed(jit: string, name: string): Promise<CalendarFeedMadeView> {
  return (await makeCalendarFeed({ path: { jit }, body: { name }, throwOnError: true })).data;
}

export async function revokeFeed(jit: string, feed: string): Promise<void> {
  await revokeCalendarFeed({ path: { jit, feed }, throwOnError: true });
}
