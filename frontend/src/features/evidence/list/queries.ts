/** How many exhibits match, and the saved views of the member. */
import { queryOptions } from '@tanstack/react-query';
import { countEvidence, deleteSavedView, listSavedViews, saveView } from '@/api/generated/sdk.gen';
import type { SavedViewForm, SavedViewView } from '@/api/generated/types.gen';
import { queryOf, type Filters } from '@/api/queries';

export type { SavedViewForm, SavedViewView };

export const countQuery = (jit: string, filters: Filters) =>
  queryOptions({
    queryKey: [{ _id: 'listEvidence', path: { jit }, counted: { ...filters, sort: undefined } }] as const,
    queryFn: async ({ signal }) =>
      (await countEvidence({ path: { jit }, query: queryOf(filters), signal, throwOnError: true })).data,
    placeholderData: (before) => before,
  });

const viewsKey = (jit: string) => [{ _id: 'listSavedViews', path: { jit } }] as const;

export const savedViewsQuery = (jit: string) =>
  queryOptions({
    queryKey: viewsKey(jit),
    queryFn: async ({ signal }) => (await listSavedViews({ path: { jit }, signal, throwOnError: true })).data.items,
    staleTime: 60_000,
  });

export async function save(jit: string, body: SavedViewForm): Promise<SavedViewView> {
  return (await saveView({ path: { jit }, body, throwOnError: true })).data;
}

export async function remove(jit: string, view: string): Promise<void> {
  await deleteSavedView({ path: { jit, view }, throwOnError: true });
}
