/** Queries and changes of default sharing rules, and simulations. Their keys are in api/queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import {
  listAccessRulesOptions,
  readFourEyesOptions,
  readReservationOptions,
  readStepUpPolicyOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  addAccessRule,
  applyRuleChanges,
  changeAccessRule,
  explainDecision,
  previewRuleChanges,
  retireAccessRule,
  setFourEyes,
  setReservation,
  setStepUpPolicy,
  simulateAccess,
} from '@/api/generated/sdk.gen';
import type {
  AccessRuleForm,
  AccessRuleView,
  ExplanationView,
  FourEyesView,
  LotView,
  ReservationView,
  RuleChangeForm,
  SimulationForm,
  StepUpPolicyView,
} from '@/api/generated/types.gen';
import type { Purpose } from '@/api/views';
import { ifMatch } from '@/api/headers';

export type {
  AccessRuleForm,
  AccessRuleView,
  ExplanationView,
  ForeseenView,
  FourEyesView,
  LotView,
  ReservationView,
  RuleChangeView,
  SimulationForm,
  StepUpPolicyView,
  TermsView,
} from '@/api/generated/types.gen';

export type Explained = ExplanationView['act'];

export const accessRulesQuery = (jit: string, enabled = true) => ({
  ...listAccessRulesOptions({ path: { jit } }),
  enabled,
  staleTime: 60_000,
});

export const reservationQuery = (jit: string) => ({ ...readReservationOptions({ path: { jit } }), staleTime: 60_000 });

export async function reserve(
  jit: string,
  { version }: ReservationView,
  judicial: boolean,
  reason: string,
): Promise<ReservationView> {
  return (
    await setReservation({ path: { jit }, body: { judicial, reason }, headers: ifMatch(version), throwOnError: true })
  ).data;
}

export type Demand = FourEyesView['acts'][number];
export const DEMANDS = ['release', 'recall', 'erase'] as const satisfies readonly Demand[];

export const fourEyesQuery = (jit: string) => ({ ...readFourEyesOptions({ path: { jit } }), staleTime: 60_000 });

/** More stands at once; less is proposed, or stands where another leader says the same. */
export async function demand(
  jit: string,
  { version }: FourEyesView,
  acts: Demand[],
  reason: string,
): Promise<FourEyesView> {
  return (await setFourEyes({ path: { jit }, body: { acts, reason }, headers: ifMatch(version), throwOnError: true }))
    .data;
}

export type StepUpKind = StepUpPolicyView['kinds'][number];
export const STEP_UP_KINDS = [
  'restricted_release',
  'recall',
  'erasure',
  'export',
  'signing',
  'member_confirmation',
  'keys_and_policy',
] as const satisfies readonly StepUpKind[];

export const stepUpQuery = (jit: string) => ({ ...readStepUpPolicyOptions({ path: { jit } }), staleTime: 0 });

export async function setStepUp(
  jit: string,
  { version }: StepUpPolicyView,
  kinds: StepUpKind[],
  reason: string,
): Promise<StepUpPolicyView> {
  const body = { kinds, reason };
  return (await setStepUpPolicy({ path: { jit }, body, headers: ifMatch(version), throwOnError: true })).data;
}

/** Nothing is kept: what is foreseen is of this moment. */
export const simulationQuery = (jit: string, wish: SimulationForm | null) =>
  queryOptions({
    enabled: wish !== null,
    queryKey: [{ _id: 'simulateAccess', path: { jit }, wish }] as const,
    queryFn: async ({ signal }) =>
      (await simulateAccess({ path: { jit }, body: wish ?? {}, signal, throwOnError: true })).data.parties,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

export const explanationQuery = (jit: string, evidence: string, act: Explained, purpose: Purpose | null) =>
  queryOptions({
    // Below the exhibit's own key, so that what makes the exhibit stale makes its reasons stale.
    queryKey: [{ _id: 'readEvidence', path: { jit, evidence }, part: 'decision', act, purpose }] as const,
    queryFn: async ({ signal }) =>
      (
        await explainDecision({
          path: { jit, evidence },
          query: { act, ...(purpose ? { purpose } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
  });

export async function addRule(jit: string, body: AccessRuleForm): Promise<AccessRuleView> {
  return (await addAccessRule({ path: { jit }, body, throwOnError: true })).data;
}

export async function changeRule(jit: string, rule: AccessRuleView, body: RuleChangeForm): Promise<AccessRuleView> {
  return (
    await changeAccessRule({ path: { jit, rule: rule.id }, body, headers: ifMatch(rule.version), throwOnError: true })
  ).data;
}

export async function retireRule(jit: string, rule: AccessRuleView, reason: string): Promise<void> {
  await retireAccessRule({
    path: { jit, rule: rule.id },
    body: { reason },
    headers: ifMatch(rule.version),
    throwOnError: true,
  });
}

/** A page of changes with its place, which applying it names again. */
export type Shown = LotView & { cursor: string | null };
const LIMIT = 100;

/** All that the rules would change, page by page, so that every exhibit and party is named. */
export async function allChanges(jit: string, signal?: AbortSignal): Promise<Shown[]> {
  const pages: Shown[] = [];
  let cursor: string | null = null;
  do {
    const { data }: { data: LotView } = await previewRuleChanges({
      path: { jit },
      query: { limit: LIMIT, ...(cursor ? { cursor } : {}) },
      ...(signal ? { signal } : {}),
      throwOnError: true,
    });
    pages.push({ ...data, cursor });
    cursor = data.next;
  } while (cursor);
  return pages;
}

/** Applies one page exactly as it was shown. */
export async function applyShown(jit: string, page: Shown, checked: boolean): Promise<number> {
  return (
    await applyRuleChanges({
      path: { jit },
      body: { cursor: page.cursor, limit: LIMIT, token: page.token, privilege_checked: checked },
      throwOnError: true,
    })
  ).data.applied;
}
