/** Queries and changes of retention: reviews, holds, erasures. Their keys are in api/queries.ts. */
import {
  listRetentionRulesOptions,
  listReviewsOptions,
  readRetentionOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  agreeErasure,
  agreeRetentionRule,
  confirmErasure as confirmIt,
  eraseEvidence,
  giveUpErasure as giveUpIt,
  keepEvidence,
  liftHold,
  setHold,
} from '@/api/generated/sdk.gen';
import type {
  ErasureForm,
  HoldForm,
  KeepingForm,
  RetentionRuleForm,
  RetentionRuleView,
  RetentionView,
} from '@/api/views';
import { ifMatch } from '@/api/headers';

type Seen = { id: string; version: number };

export const retentionQuery = (jit: string, evidence: string) => readRetentionOptions({ path: { jit, evidence } });

export const reviewsQuery = (jit: string) => ({ ...listReviewsOptions({ path: { jit } }), refetchInterval: 60_000 });

export const retentionRulesQuery = (jit: string) => listRetentionRulesOptions({ path: { jit } });

export async function agree(jit: string, body: RetentionRuleForm): Promise<RetentionRuleView> {
  return (await agreeRetentionRule({ path: { jit }, body, throwOnError: true })).data;
}

export async function keepOn(jit: string, seen: Seen, body: KeepingForm): Promise<RetentionView> {
  return (
    await keepEvidence({ path: { jit, evidence: seen.id }, body, headers: ifMatch(seen.version), throwOnError: true })
  ).data;
}

export async function hold(jit: string, evidence: string, body: HoldForm): Promise<RetentionView> {
  return (await setHold({ path: { jit, evidence }, body, throwOnError: true })).data;
}

export async function lift(jit: string, evidence: string, one: string, reason: string): Promise<RetentionView> {
  return (await liftHold({ path: { jit, evidence, hold: one }, body: { reason }, throwOnError: true })).data;
}

export async function erase(jit: string, seen: Seen, body: ErasureForm): Promise<RetentionView> {
  return (
    await eraseEvidence({ path: { jit, evidence: seen.id }, body, headers: ifMatch(seen.version), throwOnError: true })
  ).data;
}

export async function confirmErasure(jit: string, seen: Seen, confirmation: string): Promise<RetentionView> {
  return (
    await confirmIt({
      path: { jit, evidence: seen.id },
      body: { confirmation },
      headers: ifMatch(seen.version),
      throwOnError: true,
    })
  ).data;
}

export async function giveUpErasure(jit: string, evidence: string, reason: string): Promise<void> {
  await giveUpIt({ path: { jit, evidence }, body: { reason }, throwOnError: true });
}

export async function agreeToErase(jit: string, evidence: string, reason: string): Promise<RetentionView> {
  return (await agreeErasure({ path: { jit, evidence }, body: { reason }, throwOnError: true })).data;
}
