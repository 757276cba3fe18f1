/** Named tokens of scripts: the list, and the acts on it. */
import { listScriptTokensOptions } from '@/api/generated/@tanstack/react-query.gen';
import { createScriptToken, revokeAllScriptTokens, revokeScriptToken } from '@/api/generated/sdk.gen';
import type { NewScriptTokenView, ScriptTokenFormWritable } from '@/api/generated/types.gen';

export type { NewScriptTokenView, ScriptTokenView } from '@/api/generated/types.gen';
export type NewTokenForm = ScriptTokenFormWritable;

/** Refetched like the sessions, because the last use changes. */
export const tokensQuery = () => ({ ...listScriptTokensOptions(), staleTime: 0, refetchInterval: 60_000 });

export async function makeToken(body: NewTokenForm): Promise<NewScriptTokenView> {
  return (await createScriptToken({ body, throwOnError: true })).data;
}

/** Revokes one token, or all of them. */
export async function revokeTokens(id: string | null): Promise<void> {
  if (id === null) await revokeAllScriptTokens({ throwOnError: true });
  else await revokeScriptToken({ path: { token: id }, throwOnError: true });
}
