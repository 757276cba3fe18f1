/** Queries and changes of a team's closing. Their keys are in api/queries.ts. */
import { readClosingOptions } from '@/api/generated/@tanstack/react-query.gen';
import { agreeToClosing, closeJit, declareClosing, withdrawClosing } from '@/api/generated/sdk.gen';
import type { ClosingView } from '@/api/generated/types.gen';
import { ifMatch } from '@/api/headers';

export type { ClosingView } from '@/api/generated/types.gen';

export const closingQuery = (jit: string) => readClosingOptions({ path: { jit } });

/** `seen`: as it was read; one that was changed since is not touched. */
export async function declareIt(jit: string, seen: ClosingView, clause: string, reason: string): Promise<void> {
  await declareClosing({ path: { jit }, headers: ifMatch(seen.version), body: { clause, reason }, throwOnError: true });
}

/** `closing`: the one that was read. */
export async function agreeToIt(jit: string, closing: string): Promise<void> {
  await agreeToClosing({ path: { jit }, body: { closing }, throwOnError: true });
}

export async function takeItBack(jit: string, seen: ClosingView, reason: string): Promise<void> {
  await withdrawClosing({ path: { jit }, headers: ifMatch(seen.version), body: { reason }, throwOnError: true });
}

export async function closeIt(jit: string, seen: ClosingView, confirmation: string): Promise<void> {
  await closeJit({ path: { jit }, headers: ifMatch(seen.version), body: { confirmation }, throwOnError: true });
}
