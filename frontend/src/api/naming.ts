/**
 * Number and title of an exhibit of which only the id is known. Ids asked for at the same time are combined into one
 * request of the exhibit list. It leaves out exhibits that the member may not see or that do not exist, without an
 * error.
 */
import { queryOptions, type Query } from '@tanstack/react-query';
import { firstScreen } from '@/lib/lazyLoading';
import { listEvidence } from './generated/sdk.gen';
import type { EvidenceSummary } from './views';

type Asked = { id: string; tell: (found: EvidenceSummary | null) => void; fail: (error: unknown) => void };

/** The maximum number of ids in one request. */
const MOST = 100;
const waiting = new Map<string, Asked[]>();

const NAME = 'name';
/** Whether a query is not needed by the first screen and can wait for it. */
export const isOfName = ({ queryKey }: Query): boolean => (queryKey[0] as { part?: string } | undefined)?.part === NAME;

export const exhibitNameQuery = (jit: string, evidence: string) =>
  queryOptions({
    // Below the key of the exhibit, so that the name is reloaded together with the exhibit.
    queryKey: [{ _id: 'readEvidence', path: { jit, evidence }, part: NAME }] as const,
    queryFn: () =>
      new Promise<EvidenceSummary | null>((tell, fail) => {
        ask(jit, { id: evidence, tell, fail });
      }),
    staleTime: 5 * 60_000,
  });

function ask(jit: string, one: Asked): void {
  const queue = waiting.get(jit);
  if (queue) {
    queue.push(one);
    return;
  }
  waiting.set(jit, [one]);
  const send = () => {
    const all = waiting.get(jit) ?? [];
    waiting.delete(jit);
    for (let start = 0; start < all.length; start += MOST) void fetchNames(jit, all.slice(start, start + MOST));
  };
  // Names can wait for the list that opens the page, which may contain them.
  void firstScreen.then(() => setTimeout(send, 10));
}

async function fetchNames(jit: string, asked: Asked[]): Promise<void> {
  try {
    const ids = [...new Set(asked.map(({ id }) => id))];
    const { data } = await listEvidence({ path: { jit }, query: { id: ids, limit: ids.length }, throwOnError: true });
    const found = new Map(data.items.map((item) => [item.id, item]));
    for (const { id, tell } of asked) tell(found.get(id) ?? null);
  } catch (error) {
    for (const { fail } of asked) fail(error);
  }
}
