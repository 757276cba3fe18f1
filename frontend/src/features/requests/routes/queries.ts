/** The route adviser: lawful routes to data abroad. The server stores nothing. */
import { queryOptions } from '@tanstack/react-query';
import { adviseRoutes } from '@/api/generated/sdk.gen';
import type { AdviceView, RoutesForm } from '@/api/generated/types.gen';

export type {
  AdviceView,
  ContradictionView,
  RoutesForm,
  RouteView,
  WithoutTreatyView,
} from '@/api/generated/types.gen';

export async function advise(jit: string, body: RoutesForm): Promise<AdviceView> {
  return (await adviseRoutes({ path: { jit }, body, throwOnError: true })).data;
}

/** Routes by which data in a country, or of a provider there, is preserved. */
export const adviceQuery = (jit: string, country: string, provider: string | null) =>
  queryOptions({
    queryKey: [{ _id: 'adviseRoutes', path: { jit }, country, provider }] as const,
    queryFn: () => advise(jit, { data_category: 'PRESERVATION', country, provider }),
  });
