/** Queries and changes of emergency access. Their keys are in api/queries.ts. */
import { listBreakGlassOptions } from '@/api/generated/@tanstack/react-query.gen';
import { beginEmergency, listEmergencies, reviewEmergency, setBreakGlass } from '@/api/generated/sdk.gen';
import type { BreakGlassForm, EmergencyForm, EmergencyView, ReviewForm } from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

export const breakGlassQuery = (jit: string) => listBreakGlassOptions({ path: { jit } });

/** Our party's emergency openings, and those of what ours contributed. Newest first. */
export const emergenciesQuery = (jit: string) => ({
  ...paged({ _id: 'listEmergencies', path: { jit } }, (cursor, signal) =>
    listEmergencies({ path: { jit }, query: { limit: 50, ...cursor }, signal, throwOnError: true }),
  ),
  refetchInterval: 60_000,
});

/** `version`: of the decision that stands, 0 where none does. */
export async function allowBreakGlass(
  jit: string,
  party: string,
  version: number,
  body: BreakGlassForm,
): Promise<void> {
  await setBreakGlass({
    path: { jit, party },
    body,
    headers: ifMatch(version),
    throwOnError: true,
  });
}

export async function breakTheGlass(jit: string, body: EmergencyForm): Promise<EmergencyView> {
  return (await beginEmergency({ path: { jit }, body, throwOnError: true })).data;
}

export async function review(jit: string, one: EmergencyView, body: ReviewForm): Promise<EmergencyView> {
  return (
    await reviewEmergency({
      path: { jit, emergency: one.id },
      body,
      headers: ifMatch(one.version),
      throwOnError: true,
    })
  ).data;
}
