/** Exhibits that already hold a file with a certain hash, among those that the member may view. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { listEvidence } from '@/api/generated/sdk.gen';
import { useTeam } from '@/api/team';
import { toHex } from '@/lib/base64';
import { pathOf } from './paths';

/** Larger files are not hashed in the browser: they would have to fit into memory. */
export const MOST_HASHED = 512 * 1024 * 1024;

let former: Promise<unknown> = Promise.resolve();

/** Files are hashed one after another: a folder would not fit into memory. */
function sha256(file: File, signal: AbortSignal): Promise<string> {
  const hash = former.then(async () => {
    signal.throwIfAborted();
    return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
  });
  former = hash.catch(() => undefined);
  return hash;
}

const hashQuery = (file: File) =>
  queryOptions({
    queryKey: ['sha256', pathOf(file), file.size, file.lastModified] as const,
    queryFn: ({ signal }) => sha256(file, signal),
    enabled: file.size > 0 && file.size <= MOST_HASHED,
    staleTime: Infinity,
    retry: false,
  });

export const knownQuery = (jit: string, hash: string | undefined) =>
  queryOptions({
    queryKey: [{ _id: 'listEvidence', path: { jit }, sha256: hash }] as const,
    queryFn: async ({ signal }) => {
      const query = { sha256: hash ?? '', limit: 3 };
      return (await listEvidence({ path: { jit }, query, signal, throwOnError: true })).data.items;
    },
    enabled: hash !== undefined,
    staleTime: 30_000,
  });

/** The exhibits that hold the same file; `besides`: an exhibit that does not count. */
export function useKnown(file: File, besides?: string) {
  const { jit } = useTeam();
  const { data: hash } = useQuery(hashQuery(file));
  const { data } = useQuery(knownQuery(jit.id, hash));
  return (data ?? []).filter(({ id }) => id !== besides);
}
