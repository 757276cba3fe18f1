/**
 * Requests of the page for search and seizure, each with a key so that a repetition has no effect; and the clock's
 * offset.
 */
import {
  answerHandover,
  findByLabel,
  listHandovers,
  listMembers,
  offerHandover,
  readMe,
  readPhysicalCustody,
  recordCustodyEvent,
  registerEvidence,
} from '@/api/generated/sdk.gen';
import type {
  EvidenceForm,
  HandoverAnswerForm,
  HandoverView,
  MeView,
  OfferForm,
  CustodyEventForm,
  PhysicalCustodyView,
} from '@/api/generated/types.gen';
import { ifMatch } from '@/api/headers';

export type { HandoverView, MeView, PhysicalCustodyView };

const under = (key: string) => ({ 'Idempotency-Key': key });
const upon = (key: string, version: number) => ({ ...under(key), ...ifMatch(version) });

/** The signed-in user, and by how many seconds this device's clock is ahead; null if the server sent no time. */
export async function whoAndWhen(): Promise<{ me: MeView; offset: number | null }> {
  const before = Date.now();
  const { data, response } = await readMe({ throwOnError: true });
  const told = Date.parse(response.headers.get('Date') ?? '');
  // The header is cut to the second: in the middle of it, on average.
  return {
    me: data,
    offset: Number.isNaN(told) ? null : Math.round(((before + Date.now()) / 2 - (told + 500)) / 1000),
  };
}

export async function find(jit: string, code: string): Promise<{ evidence: string; number: string }> {
  const { data } = await findByLabel({ path: { jit, code }, throwOnError: true });
  return { evidence: data.evidence, number: data.exhibit_number };
}

export async function register(
  jit: string,
  key: string,
  body: EvidenceForm,
): Promise<{ evidence: string; number: string }> {
  const { data } = await registerEvidence({ path: { jit }, body, headers: under(key), throwOnError: true });
  return { evidence: data.id, number: data.exhibit_number };
}

export async function physicalCustody(jit: string, evidence: string): Promise<PhysicalCustodyView> {
  return (await readPhysicalCustody({ path: { jit, evidence }, throwOnError: true })).data;
}

export async function record(
  jit: string,
  evidence: string,
  key: string,
  version: number,
  body: CustodyEventForm,
): Promise<PhysicalCustodyView> {
  return (await recordCustodyEvent({ path: { jit, evidence }, body, headers: upon(key, version), throwOnError: true }))
    .data;
}

export async function offer(
  jit: string,
  evidence: string,
  key: string,
  version: number,
  body: OfferForm,
): Promise<PhysicalCustodyView> {
  return (await offerHandover({ path: { jit, evidence }, body, headers: upon(key, version), throwOnError: true })).data;
}

/** The codes of the seats of a team that are taken. */
export async function membersOf(jit: string): Promise<string[]> {
  const { data } = await listMembers({ path: { jit }, throwOnError: true });
  return data.items.filter(({ state }) => state === 'seated').map(({ code }) => code);
}

/** Handovers that are offered to the user. */
export async function offeredToMe(jit: string): Promise<HandoverView[]> {
  return (await listHandovers({ path: { jit }, query: { mine: true, waiting: true }, throwOnError: true })).data.items;
}

export async function answer(jit: string, one: HandoverView, body: HandoverAnswerForm): Promise<HandoverView> {
  return (
    await answerHandover({
      path: { jit, handover: one.id },
      body,
      headers: ifMatch(one.version),
      throwOnError: true,
    })
  ).data;
}
