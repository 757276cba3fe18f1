/**
 * The last state of a board, saved on this device under its key (api/outbox/records.ts), so that a wall screen shows it
 * again after a reload without a network. Signing out deletes it.
 */
import { begin, getJson, putJson } from '@/api/outbox/records';
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

const idOf = (jit: string, operation: string) => `${jit}/${operation}`;

/** Whether the device saved it. */
export async function save(jit: string, snapshot: BoardSnapshot): Promise<boolean> {
  try {
    begin();
    await putJson('boards', idOf(jit, snapshot.day.id), snapshot);
    return true;
  } catch {
    return false;
  }
}

export async function load(jit: string, operation: string): Promise<BoardSnapshot | null> {
  try {
    begin();
    const found = await getJson<BoardSnapshot>('boards', idOf(jit, operation));
    // An older version of the page saved no events.
    return found && { ...found, day: Object.assign({ events: [] }, found.day) };
  } catch {
    return null;
  }
}
