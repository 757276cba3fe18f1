/** The form of an action day: changes, and fields that another user changed in the meantime. Pure. */
import type { OperationChangeForm, OperationView } from '@/api/views';
import { localOf, momentIn, type Local } from '@/lib/moment';

export type Draft = { title: string; kind: OperationView['kind']; zone: string; hour: Local };

export const draftOf = (day: OperationView): Draft => ({
  title: day.title,
  kind: day.kind,
  zone: day.h_zone,
  hour: localOf(day.h_at, day.h_zone),
});

const hourOf = ({ hour, zone }: Draft) => ({ h_at: momentIn(hour, zone).at, h_zone: zone });
const sameHour = (one: Draft, other: Draft) => one.zone === other.zone && hourOf(one).h_at === hourOf(other).h_at;

/** Only what differs is sent: another's change of the rest stands. */
export function changesOf(base: OperationView, mine: Draft): OperationChangeForm {
  const before = draftOf(base);
  const { h_at, h_zone } = hourOf(mine);
  return {
    ...(mine.title.trim() === before.title ? {} : { title: mine.title.trim() }),
    ...(mine.kind === before.kind ? {} : { kind: mine.kind }),
    ...(sameHour(mine, before) || h_at === null ? {} : { h_at, h_zone }),
  };
}

/** Where only they changed, theirs stands; where I changed, mine does, until I have seen theirs and decide. */
export function merged(base: OperationView, theirs: OperationView, mine: Draft): Draft {
  const [before, now] = [draftOf(base), draftOf(theirs)];
  return {
    title: mine.title.trim() === before.title ? now.title : mine.title,
    kind: mine.kind === before.kind ? now.kind : mine.kind,
    ...(sameHour(mine, before) ? { zone: now.zone, hour: now.hour } : { zone: mine.zone, hour: mine.hour }),
  };
}
