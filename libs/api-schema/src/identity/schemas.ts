import { z } from 'zod';
import { id, instant } from '../lists.js';
import { oneTimeCode } from '../one-time-code.js';
import { providerName } from '../logins/schemas.js';
import { sessionMethods } from '../platform/words.js';

const base64url = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
const transports = z.array(z.string().max(20)).max(10);
const passkeyName = z.string().trim().min(1).max(80);

/** One of a person's own sessions: where, since when, and whether it is the one that asks. */
export const mySession = z.object({
  id,
  /** The browser and the system, as far as they can be told; null when not. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  method: z.enum(sessionMethods),
  openedAt: instant,
  lastUsedAt: instant,
  endsAt: instant,
  isThis: z.boolean(),
});
/** A person's own sessions that are in force, the present one first. */
export const mySessions = z.object({ items: z.array(mySession) });
/** End all of one's sessions but the present one. */
export const endOtherSessions = z.strictObject({});

/** Where a session stands: until when it counts as just confirmed, and how it can be confirmed again. */
export const stepUpState = z.object({
  confirmedUntil: instant.nullable(),
  email: z.string(),
  methods: z.array(z.enum(['code', 'passkey', 'provider'])),
  /** The identity provider the session came through, when it can confirm it. */
  provider: z.object({ name: providerName }).nullable(),
});
/** Confirm the session at the identity provider it came through. */
export const requestStepUpAtProvider = z.strictObject({
  /** The page to come back to, of this site, if the one that asked is gone. */
  to: z.string().max(500).optional(),
});
/** Signed out here; where to sign out of the identity provider, too, if the session came through one that offers it. */
export const signedOut = z.object({
  provider: z.object({ name: providerName, url: z.string() }).nullable(),
});
/** Ask for a code by mail, to confirm the session with. */
export const requestStepUpCode = z.strictObject({});
/** Confirm the session with the mailed code. */
export const confirmByCode = z.strictObject({ code: oneTimeCode });

/** One of a person's own passkeys. */
export const passkey = z.object({
  id,
  name: z.string(),
  /** Kept by a password manager on several devices, or by one device alone. */
  isSynced: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
/** A person's own passkeys, oldest first. `possible` is false while the installation's address has no name. */
export const passkeys = z.object({ possible: z.boolean(), items: z.array(passkey) });
/** Change the name of a passkey. */
export const renamePasskey = z.strictObject({ name: passkeyName });
/** Ask for a challenge; the answer is handed to the browser. */
export const requestPasskeyOptions = z.strictObject({});

const descriptor = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
});

/** What the browser needs to make a passkey (WebAuthn PublicKeyCredentialCreationOptionsJSON). */
export const passkeyCreation = z.object({
  challengeId: id,
  options: z.object({
    challenge: z.string(),
    rp: z.object({ id: z.string().optional(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
    timeout: z.number().optional(),
    excludeCredentials: z.array(descriptor).optional(),
    authenticatorSelection: z
      .object({
        residentKey: z.string().optional(),
        requireResidentKey: z.boolean().optional(),
        userVerification: z.string().optional(),
      })
      .optional(),
    attestation: z.string().optional(),
    extensions: z.object({ credProps: z.boolean().optional() }).optional(),
  }),
});

/** What the browser needs to use a passkey (WebAuthn PublicKeyCredentialRequestOptionsJSON). */
export const passkeyRequest = z.object({
  challengeId: id,
  options: z.object({
    challenge: z.string(),
    timeout: z.number().optional(),
    rpId: z.string().optional(),
    allowCredentials: z.array(descriptor).optional(),
    userVerification: z.string().optional(),
  }),
});

/** A new passkey as the browser made it. */
export const addPasskey = z.strictObject({
  challengeId: id,
  name: passkeyName,
  id: base64url(1400),
  clientDataJSON: base64url(8000),
  attestationObject: base64url(20_000),
  transports: transports.default([]),
});

/** A passkey's answer to a challenge. */
export const usePasskey = z.strictObject({
  challengeId: id,
  id: base64url(1400),
  clientDataJSON: base64url(8000),
  authenticatorData: base64url(8000),
  signature: base64url(4000),
  userHandle: base64url(100).optional(),
});
