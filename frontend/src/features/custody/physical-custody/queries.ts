/** Where the thing itself is, as the page reads it and records what was done with it: a part of the exhibit's custody, and stale with it. */
import { queryOptions } from '@tanstack/react-query';
import {
  answerHandover,
  correctWhereabouts,
  offerHandover,
  readWhereabouts,
  recordPhysicalAct,
} from '@/api/generated/sdk.gen';
import type {
  CorrectionForm,
  HandoverAnswerForm,
  HandoverBrief,
  HandoverView,
  OccurredForm,
  OfferForm,
  PhysicalActForm,
  StandingForm,
  WhereaboutsView,
} from '@/api/generated/types.gen';
import { every } from '@/api/views';

export type { HandoverBrief, OccurredForm, PhysicalActForm, WhereaboutsView };
export type Step = PhysicalActForm['act'];
export type HandoverAnswer = HandoverAnswerForm['answer'];
export type Standing = StandingForm['standing'];
export type SourceOfTime = OccurredForm['source'];

export const STANDINGS = every<Standing>({ held: true, stored: true, out: true, returned: true, destroyed: true });
export const SOURCES_OF_TIME = every<SourceOfTime>({ observed: true, report: true, device: true, told: true });

export const physicalCustodyQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'readCustody', path: { jit, evidence }, part: 'physicalCustody' }] as const,
    queryFn: async ({ signal }) =>
      (await readWhereabouts({ path: { jit, evidence }, signal, throwOnError: true })).data,
  });

const match = (version: number) => ({ 'If-Match': `"${String(version)}"` });

export async function record(jit: string, at: WhereaboutsView, body: PhysicalActForm): Promise<WhereaboutsView> {
  return (
    await recordPhysicalAct({
      path: { jit, evidence: at.evidence },
      body,
      headers: match(at.version),
      throwOnError: true,
    })
  ).data;
}

export async function correct(jit: string, at: WhereaboutsView, body: CorrectionForm): Promise<WhereaboutsView> {
  return (
    await correctWhereabouts({
      path: { jit, evidence: at.evidence },
      body,
      headers: match(at.version),
      throwOnError: true,
    })
  ).data;
}

export async function offer(jit: string, at: WhereaboutsView, body: OfferForm): Promise<WhereaboutsView> {
  return (
    await offerHandover({ path: { jit, evidence: at.evidence }, body, headers: match(at.version), throwOnError: true })
  ).data;
}

export async function answer(jit: string, one: HandoverBrief, body: HandoverAnswerForm): Promise<HandoverView> {
  return (
    await answerHandover({ path: { jit, handover: one.id }, body, headers: match(one.version), throwOnError: true })
  ).data;
}
