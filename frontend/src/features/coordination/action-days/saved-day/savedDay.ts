/**
 * The last state of a running action day, saved on this device under its key (api/outbox/records.ts), so that its plan and its
 * board open again without a network. It is the answers of the server, as the member who saved it read them.
 * Signing out deletes it, and `sweep` what nobody may read here any more. Not here: when it is saved (useSavedDay.ts).
 */
import { hashKey, onlineManager, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { exists, getJson, names, putJson, remove as removeRecord } from '@/api/outbox/records';
import { keys, membersQuery, meQuery, partiesQuery } from '@/api/queries';
import type { MeView, OperationView } from '@/api/views';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery, operationQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';

/** `at`: when the server gave this answer, in milliseconds. */
type Answer = { key: QueryKey; data: unknown; at: number };
export type SavedDay = { account: string; state: OperationView['state']; at: number; answers: Answer[] };

/** A state that nobody replaced or deleted is deleted after three days. */
const KEPT_MS = 3 * 86_400_000;

const idOf = (jit: string, operation: string) => `${jit}/${operation}`;

/** Without these answers neither screen can be shown. */
const needed = (jit: string, operation: string): QueryKey[] =>
  [
    partiesQuery(jit),
    membersQuery(jit),
    operationQuery(jit, operation),
    boardQuery(jit, operation),
    tickerQuery(jit, operation),
    resultsQuery(jit, operation),
  ].map(({ queryKey }) => queryKey);

const answersOf = (queries: QueryClient, jit: string, operation: string): Query[] =>
  queries.getQueryCache().findAll({
    queryKey: keys.belowDay(jit, operation),
    predicate: ({ state }) => state.status === 'success',
  });

/** When the server answered last about this day, in milliseconds. */
export const answeredAt = (queries: QueryClient, jit: string, operation: string): number =>
  Math.max(0, ...answersOf(queries, jit, operation).map(({ state }) => state.dataUpdatedAt));

let last: Promise<unknown> = Promise.resolve();

/** One change of the device after the other: a state that is being written is not left behind by its deletion. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const done = last.then(change, change);
  last = done.catch(() => undefined);
  return done;
}

/** Whether the device saved it. Of the account only the place in this team is saved. Not of a closed day. */
export const save = (queries: QueryClient, jit: string, operation: string): Promise<boolean> =>
  inTurn(() => write(queries, jit, operation).catch(() => false));

async function write(queries: QueryClient, jit: string, operation: string): Promise<boolean> {
  const me = queries.getQueryData(meQuery().queryKey);
  const day = queries.getQueryData(operationQuery(jit, operation).queryKey);
  const wanted = needed(jit, operation);
  if (!me || !day || wanted.some((key) => queries.getQueryData(key) === undefined)) return false;
  if (day.state === 'closed') return false;
  const hashes = new Set(wanted.map((key) => hashKey(key)));
  const found = new Set([
    ...queries.getQueryCache().findAll({ predicate: ({ queryHash }) => hashes.has(queryHash) }),
    ...answersOf(queries, jit, operation),
  ]);
  const own: MeView = { ...me, seats: me.seats.filter((one) => one.jit.id === jit) };
  const at = answeredAt(queries, jit, operation);
  const answers = [...found].map(({ queryKey, state }): Answer => ({
    key: queryKey,
    data: state.data,
    at: state.dataUpdatedAt,
  }));
  const saved: SavedDay = {
    account: me.account.id,
    state: day.state,
    at,
    answers: [{ key: meQuery().queryKey, data: own, at }, ...answers],
  };
  await putJson('boards', idOf(jit, operation), saved);
  return true;
}

/** Null for a state that an older version of the page saved. */
async function load(id: string): Promise<SavedDay | null> {
  const found = await getJson<Partial<SavedDay>>('boards', id);
  return found?.answers && found.at !== undefined ? (found as SavedDay) : null;
}

const isOld = ({ at }: SavedDay) => Date.now() - at > KEPT_MS;

/**
 * Puts a saved state where the screens read it, to be asked for anew once there is a network; whether there was one.
 * The board is saved from its announcement on, the plan only while the day is running.
 */
export async function restore(
  queries: QueryClient,
  jit: string,
  operation: string,
  screen: 'plan' | 'board',
): Promise<boolean> {
  if (!(await exists())) return false;
  const saved = await load(idOf(jit, operation)).catch(() => null);
  if (!saved || isOld(saved) || (screen === 'plan' && saved.state !== 'live')) return false;
  for (const { key, data, at } of saved.answers) queries.setQueryData(key, data, { updatedAt: at });
  await queries.invalidateQueries({ refetchType: 'none' });
  // The library believes in a network until it hears that it is gone, and would ask in vain.
  onlineManager.setOnline(navigator.onLine);
  return true;
}

export const remove = (jit: string, operation: string): Promise<void> =>
  inTurn(async () => {
    if (await exists()) await removeRecord('boards', idOf(jit, operation));
  });

/** Deletes what this account may not read: states of other accounts, of teams that it left, and old ones. Null: all of them. */
export const sweep = (me: Pick<MeView, 'account' | 'seats'> | null): Promise<void> => inTurn(() => deleteOthers(me));

async function deleteOthers(me: Pick<MeView, 'account' | 'seats'> | null): Promise<void> {
  if (!(await exists())) return;
  const teams = new Set(me?.seats.map(({ jit }) => jit.id));
  for (const id of await names('boards')) {
    const saved = me && teams.has(id.split('/')[0] ?? '') ? await load(id).catch(() => null) : null;
    if (saved?.account !== me?.account.id || !saved || isOld(saved)) await removeRecord('boards', id);
  }
}
