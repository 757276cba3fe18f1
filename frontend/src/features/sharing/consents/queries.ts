/** Queries and answers of consent requests. Their keys are in api/queries.ts. */
import { readConsentOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  askConsent,
  grantConsent,
  listConsents,
  refuseConsent,
  seeConsent,
  withdrawConsent,
} from '@/api/generated/sdk.gen';
import type { ConsentForm, ConsentView, GrantForm } from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

/** Consent requests that the own party answers or made, open or ended, newest first. */
export const consentsQuery = (jit: string, side: ConsentView['side'] | null, unanswered: boolean) => ({
  ...paged({ _id: 'listConsents', path: { jit }, side, unanswered }, (cursor, signal) =>
    listConsents({
      path: { jit },
      query: { unanswered, limit: 50, ...(side ? { side } : {}), ...cursor },
      signal,
      throwOnError: true,
    }),
  ),
  refetchInterval: 60_000,
});

export const consentQuery = (jit: string, consent: string) => readConsentOptions({ path: { jit, consent } });

export async function ask(jit: string, body: ConsentForm): Promise<ConsentView> {
  return (await askConsent({ path: { jit }, body, throwOnError: true })).data;
}

export async function seen(jit: string, consent: string): Promise<ConsentView> {
  return (await seeConsent({ path: { jit, consent }, throwOnError: true })).data;
}

export async function grant(jit: string, consent: ConsentView, body: GrantForm): Promise<ConsentView> {
  return (
    await grantConsent({
      path: { jit, consent: consent.id },
      body,
      headers: ifMatch(consent.version),
      throwOnError: true,
    })
  ).data;
}

export async function refuse(jit: string, consent: ConsentView, reason: string): Promise<ConsentView> {
  return (
    await refuseConsent({
      path: { jit, consent: consent.id },
      body: { reason },
      headers: ifMatch(consent.version),
      throwOnError: true,
    })
  ).data;
}

export async function takeBack(jit: string, consent: ConsentView, reason: string): Promise<ConsentView> {
  return (
    await withdrawConsent({
      path: { jit, consent: consent.id },
      body: { reason },
      headers: ifMatch(consent.version),
      throwOnError: true,
    })
  ).data;
}
