/** Queries and answers of consent requests. Their keys are in api/queries.ts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  askConsent,
  grantConsent,
  listConsents,
  readConsent,
  refuseConsent,
  seeConsent,
  withdrawConsent,
} from '@/api/generated/sdk.gen';
import type { ConsentForm, ConsentView, GrantForm } from '@/api/views';
import { ifMatch } from '@/api/headers';

/** Consent requests that the own party answers or made, open or ended, newest first. */
export const consentsQuery = (jit: string, side: ConsentView['side'] | null, unanswered: boolean) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listConsents', path: { jit }, side, unanswered }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listConsents({
          path: { jit },
          query: { unanswered, limit: 50, ...(side ? { side } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  });

export const consentQuery = (jit: string, consent: string) =>
  queryOptions({
    queryKey: [{ _id: 'readConsent', path: { jit, consent } }] as const,
    queryFn: async ({ signal }) => (await readConsent({ path: { jit, consent }, signal, throwOnError: true })).data,
  });

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
