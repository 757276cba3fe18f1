/** What the page forgets when a session ends or begins. */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { forgetPositions } from './position';
import { demonstrationQuery } from './queries';

/**
 * Forget what was read under a session. The list of demonstration accounts stays: everybody may read it, and the sign-in page may be
 * asking for it at this moment. A query that is removed while it is asked for never answers the screen that waits for it.
 */
export function forget(queries: QueryClient): void {
  const everybodys = hashKey(demonstrationQuery().queryKey);
  queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== everybodys });
  queries.getMutationCache().clear();
  forgetPositions();
}
