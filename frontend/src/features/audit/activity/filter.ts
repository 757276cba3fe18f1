/** The filter of the activity feed: all entries, some kinds, one member, with or without own entries. */
import { KIND_GROUPS, type KindGroup } from '@/features/audit/log/kinds';

export type FeedFilter = { mine: boolean; group: KindGroup | null; seat: string | null };

export const EVERYTHING: FeedFilter = { mine: true, group: null, seat: null };

export const kindsOf = (group: KindGroup | null): readonly string[] | undefined =>
  KIND_GROUPS.find((one) => one.group === group)?.kinds;
