/** Preserved data that lapses, over all requests. */
import { listExpiring } from '@/api/generated/sdk.gen';
import { paged } from '@/api/paged';

export type { ExpiringView } from '@/api/generated/types.gen';

export const expiringQuery = (jit: string) =>
  paged({ _id: 'listExpiring', path: { jit } }, (cursor, signal) =>
    listExpiring({ path: { jit }, query: { limit: 50, ...cursor }, signal, throwOnError: true }),
  );
