/** The state of a day as a board shows it. Not here: how it is saved on the device (saved-day/savedDay.ts). */
import type { ActionState, ActionView, OperationView, ReportView, ResultView } from '@/api/views';

export type Named = { code: string; name: string };

/** All that a board shows. `savedAt`: when the server answered last. */
export type BoardSnapshot = {
  team: string;
  savedAt: string;
  zone: string;
  parties: Named[];
  members: Named[];
  day: OperationView;
  actions: ActionView[];
  reports: ReportView[];
  results: ResultView[];
};

/** The state of an action as a board shows it. `waiting`: it waits to be sent from this device. */
export type ShownAction = { state: ActionState; since: string; waiting: boolean };

/** Names of parties and members by their codes, as the snapshot has them. */
export const namesOf = ({ parties, members }: Pick<BoardSnapshot, 'parties' | 'members'>) => {
  const named = (all: Named[]) => (code: string) => all.find((one) => one.code === code)?.name ?? code;
  return { partyName: named(parties), memberName: named(members) };
};
