/** The proof of a second factor again: by a passkey, or by a code of the authenticator app. */
import { askForStepUp, proveStepUp } from '@/api/generated/sdk.gen';
import type { StepUpChallengeView, StepUpKindForm } from '@/api/generated/types.gen';
import { assertion } from '@/features/accounts/passkeys';

export type { StepUpChallengeView } from '@/api/generated/types.gen';
export type ActKind = StepUpKindForm['kind'];

export async function challengeFor(kind: ActKind): Promise<StepUpChallengeView> {
  return (await askForStepUp({ body: { kind }, throwOnError: true })).data;
}

/** `code`: of the app. Without one the passkey is asked; rejects with `NotAnswered` or a `Problem`. */
export async function prove(kind: ActKind, code: string | null): Promise<void> {
  if (code !== null) {
    await proveStepUp({ body: { kind, code }, throwOnError: true });
    return;
  }
  const { challenge, domain } = await challengeFor(kind);
  if (challenge === null || domain === null) return;
  await proveStepUp({ body: { kind, answer: await assertion({ challenge, domain }) }, throwOnError: true });
}
