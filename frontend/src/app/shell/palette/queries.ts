/** The global search. Results are not cached, because access can change with each entry. */
import { keepPreviousData } from '@tanstack/react-query';
import { searchTeamOptions } from '@/api/generated/@tanstack/react-query.gen';

export const searchQuery = (jit: string, q: string) => ({
  ...searchTeamOptions({ path: { jit }, query: { q } }),
  staleTime: 0,
  gcTime: 30_000,
  placeholderData: keepPreviousData,
});
