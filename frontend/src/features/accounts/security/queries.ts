/** How the own account signs in: password, authenticator app, recovery codes, and the list of its passkeys. */
import { listPasskeysOptions, readSecondFactorsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  addAuthenticator,
  changePassword as postPassword,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from '@/api/generated/sdk.gen';
import type { NewAuthenticatorView } from '@/api/generated/types.gen';

export type { NewAuthenticatorView, SecondFactorsView } from '@/api/generated/types.gen';
/** `code`: null where the session has proved two factors and the account has a passkey. */
export type BothFactors = { password: string; code: string | null };

export const secondFactorsQuery = () => readSecondFactorsOptions();
export const passkeysQuery = () => listPasskeysOptions();

export async function changePassword(body: { current: string; new: string }): Promise<void> {
  await postPassword({ body, throwOnError: true });
}

export async function beginAuthenticator(password: string): Promise<NewAuthenticatorView> {
  return (await addAuthenticator({ body: { password }, throwOnError: true })).data;
}

/** Returns the recovery codes. */
export async function confirmFirstCode(code: string): Promise<string[]> {
  return (await confirmAuthenticator({ body: { code }, throwOnError: true })).data.codes;
}

export async function removeApp(body: BothFactors): Promise<void> {
  await removeAuthenticator({ body, throwOnError: true });
}

/** Returns the new recovery codes. */
export async function renewCodes(body: BothFactors): Promise<string[]> {
  return (await renewRecoveryCodes({ body, throwOnError: true })).data.codes;
}
