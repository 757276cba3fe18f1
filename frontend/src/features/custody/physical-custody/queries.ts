/** Queries and changes of physical custody. Their key is below that of the exhibit's custody. */
import { queryOptions } from '@tanstack/react-query';
import {
  answerHandover,
  correctCustodyEvent,
  offerHandover,
  readPhysicalCustody,
  recordCustodyEvent,
} from '@/api/generated/sdk.gen';
import type {
  CorrectionForm,
  HandoverAnswerForm,
  HandoverBrief,
  HandoverView,
  OccurredForm,
  OfferForm,
  CustodyEventForm,
  StandingForm,
  PhysicalCustodyView,
} from '@/api/generated/types.gen';
import { every } from '@/api/views';
import { ifMatch } from '@/api/headers';

export type { HandoverBrief, OccurredForm, CustodyEventForm, PhysicalCustodyView };
export type Step = CustodyEventForm['act'];
export type HandoverAnswer = HandoverAnswerForm['answer'];
export type Standing = StandingForm['standing'];
export type SourceOfTime = OccurredForm['source'];

export const STANDINGS = every<Standing>({ held: true, stored: true, out: true, returned: true, destroyed: true });
export const SOURCES_OF_TIME = every<SourceOfTime>({ observed: true, report: true, device: true, told: true });

export const physicalCustodyQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'readCustody', path: { jit, evidence }, part: 'physicalCustody' }] as const,
    queryFn: async ({ signal }) =>
      (await readPhysicalCustody({ path: { jit, evidence }, signal, throwOnError: true })).data,
  });

export async function record(
  jit: string,
  at: PhysicalCustodyView,
  body: CustodyEventForm,
): Promise<PhysicalCustodyView> {
  return (
    await recordCustodyEvent({
      path: { jit, evidence: at.evidence },
      body,
      headers: ifMatch(at.version),
      throwOnError: true,
    })
  ).data;
}

export async function correct(
  jit: string,
  at: PhysicalCustodyView,
  body: CorrectionForm,
): Promise<PhysicalCustodyView> {
  return (
    await correctCustodyEvent({
      path: { jit, evidence: at.evidence },
      body,
      headers: ifMatch(at.version),
      throwOnError: true,
    })
  ).data;
}

export async function offer(jit: string, at: PhysicalCustodyView, body: OfferForm): Promise<PhysicalCustodyView> {
  return (
    await offerHandover({
      path: { jit, evidence: at.evidence },
      body,
      headers: ifMatch(at.version),
      throwOnError: true,
    })
  ).data;
}

export async function answer(jit: string, one: HandoverBrief, body: HandoverAnswerForm): Promise<HandoverView> {
  return (
    await answerHandover({ path: { jit, handover: one.id }, body, headers: ifMatch(one.version), throwOnError: true })
  ).data;
}
