/**
 * Passkeys (W3C Web Authentication): what the browser asks the authenticator, and its answers in the form of the API.
 * The library is loaded on first use.
 */
import {
  askForPasskey,
  beginPasskey,
  createSessionByPasskey,
  registerPasskey,
  removePasskey as postRemoval,
} from '@/api/generated/sdk.gen';
import type {
  AssertionForm,
  NewPasskeyChallengeView,
  NewPasskeyView,
  PasskeyChallengeView,
} from '@/api/generated/types.gen';

export type { NewPasskeyChallengeView, NewPasskeyView, PasskeyView } from '@/api/generated/types.gen';

/** Longest time for the user to touch the authenticator, in milliseconds; the challenge lasts five minutes. */
const TIMEOUT = 240_000;
const library = () => import('@simplewebauthn/browser');

/** The person closed the browser's dialog, or the authenticator did not answer in time. */
export class NotAnswered extends Error {}

/** Whether this browser has passkeys at this address: a secure page under a name, not an IP address. */
export const passkeysWork = () =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname);

export async function beginRegistration(password: string): Promise<NewPasskeyChallengeView> {
  return (await beginPasskey({ body: { password }, throwOnError: true })).data;
}

/** Has the authenticator make a passkey, and registers it. Rejects with `NotAnswered` or a `Problem`. */
export async function register(asked: NewPasskeyChallengeView, name: string): Promise<NewPasskeyView> {
  const { startRegistration } = await library();
  const made = await answered(
    startRegistration({
      optionsJSON: {
        challenge: asked.challenge,
        rp: { id: asked.domain, name: 'Liaison' },
        user: { id: asked.user, name: asked.email, displayName: asked.name },
        pubKeyCredParams: asked.algorithms.map((alg) => ({ alg, type: 'public-key' })),
        excludeCredentials: asked.present.map((id) => ({ id, type: 'public-key' })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout: TIMEOUT,
      },
    }),
  );
  const answer = {
    credential: made.id,
    client_data: made.response.clientDataJSON,
    attestation: made.response.attestationObject,
  };
  return (await registerPasskey({ body: { name, answer }, throwOnError: true })).data;
}

/** Has the authenticator answer a challenge. Rejects with `NotAnswered`. */
export async function assertion(asked: PasskeyChallengeView): Promise<AssertionForm> {
  const { startAuthentication } = await library();
  const { id, response } = await answered(
    startAuthentication({
      optionsJSON: { challenge: asked.challenge, rpId: asked.domain, userVerification: 'required', timeout: TIMEOUT },
    }),
  );
  return {
    credential: id,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature,
    ...(response.userHandle ? { user: response.userHandle } : {}),
  };
}

/** Signs in with a passkey that the person chooses. Rejects with `NotAnswered` or a `Problem`. */
export async function signInByPasskey(): Promise<void> {
  const { data: asked } = await askForPasskey({ throwOnError: true });
  await createSessionByPasskey({ body: await assertion(asked), throwOnError: true });
}

export async function removePasskey(passkey: string, password: string): Promise<void> {
  await postRemoval({ path: { passkey }, body: { password }, throwOnError: true });
}

/** The browser's errors say little on purpose: a person who cancels looks like an authenticator without a key. */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw new NotAnswered(error instanceof Error ? error.name : 'unknown');
  }
}
