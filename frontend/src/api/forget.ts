/** Removes data of a session from memory when it ends or another one begins. */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { forgetPositions } from './position';
import { demonstrationQuery } from './queries';

/**
 * Removes all queries of the session. The list of demonstration accounts stays: it is public, and the sign-in page may
 * be loading it. A query that is removed while it loads never answers its screen.
 */
export function forget(queries: QueryClient): void {
  const everybodys = hashKey(demonstrationQuery().queryKey);
  queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== everybodys });
  queries.getMutationCache().clear();
  forgetPositions();
}
