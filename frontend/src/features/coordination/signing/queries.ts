/** Queries and changes of signing keys and signatures. Their keys are in api/queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { listAwaitingSignatureOptions, listSigningDemandsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  listSigningKeys,
  nameSigningKey,
  readStatement,
  revokeSigningKey,
  setSigningDemand,
  signDecision,
} from '@/api/generated/sdk.gen';
import type { MessageView, SigningDemandForm, SigningDemandView, SigningKeyForm, SigningKeyView } from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

export const SCOPES = ['none', 'own', 'all'] as const satisfies readonly SigningDemandForm['scope'][];

export const signingKeysQuery = (jit: string) =>
  paged({ _id: 'listSigningKeys', path: { jit } }, (cursor, signal) =>
    listSigningKeys({ path: { jit }, query: { limit: 50, ...cursor }, signal, throwOnError: true }),
  );

export const signingDemandsQuery = (jit: string) =>
  queryOptions({
    ...listSigningDemandsOptions({ path: { jit } }),
    select: ({ items }) => items,
  });

/** The newest decisions that await one's own party; whether there are more is said by `next`. */
export const awaitingQuery = (jit: string) => listAwaitingSignatureOptions({ path: { jit }, query: { limit: 50 } });

/** The exact bytes that one's own party signs, as text: they are ASCII. */
export const statementQuery = (jit: string, { id, channel }: MessageView) =>
  queryOptions({
    queryKey: [{ _id: 'readStatement', path: { jit, channel }, message: id }] as const,
    queryFn: async ({ signal }) =>
      (await readStatement({ path: { jit, channel, message: id }, parseAs: 'text', signal, throwOnError: true })).data,
    staleTime: Infinity,
  });

export async function nameKey(jit: string, body: SigningKeyForm): Promise<SigningKeyView> {
  return (await nameSigningKey({ path: { jit }, body, throwOnError: true })).data;
}

export async function revokeKey(jit: string, { id }: SigningKeyView, reason: string): Promise<SigningKeyView> {
  return (await revokeSigningKey({ path: { jit, signing_key: id }, body: { reason }, throwOnError: true })).data;
}

export async function demandSignatures(
  jit: string,
  { version }: SigningDemandView,
  body: SigningDemandForm,
): Promise<SigningDemandView> {
  return (await setSigningDemand({ path: { jit }, body, headers: ifMatch(version), throwOnError: true })).data;
}

export async function sign(jit: string, { id, channel }: MessageView, signature: string): Promise<MessageView> {
  return (await signDecision({ path: { jit, channel, message: id }, body: { signature }, throwOnError: true })).data;
}
