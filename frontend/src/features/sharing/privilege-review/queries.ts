/** Queries and changes of privilege review: reviewers, closed exhibits, verdicts. Their keys are in api/queries.ts. */
import {
  listUncheckedOptions,
  readClearanceProgressOptions,
  readFilterTeamOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { clearEvidence, closeEvidence, nameFilterTeam } from '@/api/generated/sdk.gen';
import type { ClearanceForm, ClearanceView, EvidenceView, FilterTeamView } from '@/api/views';
import { ifMatch } from '@/api/headers';

export const filterTeamQuery = (jit: string) => ({ ...readFilterTeamOptions({ path: { jit } }), staleTime: 60_000 });

/** Exhibits that wait for this reviewer's decision. */
export const uncheckedQuery = (jit: string) => listUncheckedOptions({ path: { jit } });

/** Which files of an exhibit this filter seat has viewed. */
export const clearanceQuery = (jit: string, evidence: string) =>
  readClearanceProgressOptions({ path: { jit, evidence } });

export async function nameFilter(
  jit: string,
  { version }: FilterTeamView,
  seats: string[],
  reason: string,
): Promise<FilterTeamView> {
  return (
    await nameFilterTeam({
      path: { jit },
      body: { seats, reason },
      headers: ifMatch(version),
      throwOnError: true,
    })
  ).data;
}

/** Closes it for everybody and at once. */
export async function flag(jit: string, evidence: string, reason: string): Promise<EvidenceView> {
  return (await closeEvidence({ path: { jit, evidence }, body: { reason }, throwOnError: true })).data;
}

/** `seen`: the exhibit as the filter seat looked at it; one that changed since takes no verdict. */
export async function clear(
  jit: string,
  seen: { id: string; version: number },
  body: ClearanceForm,
): Promise<ClearanceView> {
  return (
    await clearEvidence({
      path: { jit, evidence: seen.id },
      body,
      headers: ifMatch(seen.version),
      throwOnError: true,
    })
  ).data;
}
