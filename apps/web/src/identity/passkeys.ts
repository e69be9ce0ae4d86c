import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { callApi } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { problemText } from '../kit/index.js';
import type { Text } from '../language/use-text.js';

/** Can this browser use passkeys at this address? Not where the address is a number. */
export function passkeysWork(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(location.hostname);
}

interface Creation {
  challengeId: string;
  options: PublicKeyCredentialCreationOptionsJSON;
}

interface Request {
  challengeId: string;
  options: PublicKeyCredentialRequestOptionsJSON;
}

/** Has the device make a passkey, and the server keep it. */
export async function makePasskey(name: string): Promise<void> {
  const { challengeId, options } = await callApi<Creation>('POST', '/api/v1/me/passkeys/options', {
    body: {},
  });
  const { id, response } = await startRegistration({ optionsJSON: options });
  const { clientDataJSON, attestationObject, transports } = response;
  await callApi('POST', '/api/v1/me/passkeys', {
    body: { challengeId, name, id, clientDataJSON, attestationObject, transports: transports ?? [] },
  });
}

/** Asks the device for a passkey to sign in with; `fromField` = offered by the browser in the mail field, when it pleases. */
export async function askForPasskey(fromField: boolean): Promise<object> {
  const asked = await callApi<Request>('POST', '/api/v1/sign-in/passkey-options', { body: {} });
  return answer(asked, fromField);
}

/** Signs in with what {@link askForPasskey} gave. */
export async function signInWithPasskey(given: object): Promise<void> {
  await callApi('POST', '/api/v1/sign-in/passkey', { body: given });
}

/** Confirms the session with a passkey. */
export async function confirmWithPasskey(): Promise<void> {
  const asked = await callApi<Request>('POST', '/api/v1/me/step-up/passkey-options', { body: {} });
  await callApi('POST', '/api/v1/me/step-up/passkey', { body: await answer(asked, false) });
}

async function answer({ challengeId, options }: Request, useBrowserAutofill: boolean): Promise<object> {
  const { id, response } = await startAuthentication({ optionsJSON: options, useBrowserAutofill });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    challengeId,
    id,
    clientDataJSON,
    authenticatorData,
    signature,
    ...(userHandle === undefined ? {} : { userHandle }),
  };
}

/** What to tell about a passkey that came to nothing: turned back, known already, or what the server says. */
export function passkeyProblem(error: unknown, t: Text): string {
  if (error instanceof ProblemError) return problemText(error, t);
  const { name } = error instanceof WebAuthnError ? { name: error.code } : (error as { name?: string });
  if (name === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError')
    return t('identity.passkeyKnown');
  return t('identity.passkeyNotUsed');
}
