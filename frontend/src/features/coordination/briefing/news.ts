/** The numbers of new items in a catch-up summary. Pure. */
import type { BriefingView } from './queries';

type News = { notes: number; acts: number; things: number; moved: number; near: number };

export function newsOf({ notes, happened, moved, near }: BriefingView): News {
  return {
    notes: notes.filter(({ fresh }) => fresh).length,
    acts: happened.reduce((sum, { acts }) => sum + acts.reduce((all, { count }) => all + count, 0), 0),
    things: happened.length,
    moved: moved.length,
    near: near.length,
  };
}

/** Deadlines come near by themselves: they alone make nothing unread. */
export const isNews = ({ notes, acts, moved }: News): boolean => notes + acts + moved > 0;
