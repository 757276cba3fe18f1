/** The admissibility of an exhibit as the page reads and changes it. */
import { readAdmissibilityOptions } from '@/api/generated/@tanstack/react-query.gen';
import { assessAdmissibility } from '@/api/generated/sdk.gen';
import type { AdmissibilityForm, PassportView } from '@/api/generated/types.gen';

export type { AdmissibilityForm, AdmissibilityView, PassportView } from '@/api/generated/types.gen';

/** `country`: propose needs from the card of this country. */
export const passportQuery = (jit: string, evidence: string, country?: string) =>
  readAdmissibilityOptions({ path: { jit, evidence }, ...(country ? { query: { country } } : {}) });

export async function assess(jit: string, evidence: string, body: AdmissibilityForm): Promise<PassportView> {
  return (await assessAdmissibility({ path: { jit, evidence }, body, throwOnError: true })).data;
}

export const recordPath = (jit: string, evidence: string, language: string) =>
  `/api/jits/${jit}/evidence/${evidence}/method-record.pdf?language=${language}`;
