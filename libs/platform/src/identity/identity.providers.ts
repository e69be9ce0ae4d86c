import { BrowserSessions } from './browser-sessions.js';
import { MySessions } from './my-sessions.js';
import { MySessionsController } from './my-sessions.controller.js';
import { OutdatedProofs } from './outdated-proofs.js';
import { PasskeyChallenges } from './passkeys/passkey-challenges.js';
import { PasskeyUse } from './passkeys/passkey-use.js';
import { Passkeys } from './passkeys/passkeys.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { RelyingParty } from './passkeys/relying-party.js';
import { SignInController } from './sign-in.controller.js';
import { StepUp } from './step-up.js';
import { StepUpController } from './step-up.controller.js';

/** Signing in, passkeys, sessions and confirming them again. */
export const identityProviders = [
  BrowserSessions,
  MySessions,
  OutdatedProofs,
  PasskeyChallenges,
  PasskeyUse,
  Passkeys,
  RelyingParty,
  StepUp,
];

/** Their routes. */
export const identityControllers = [
  SignInController,
  MySessionsController,
  PasskeysController,
  StepUpController,
];
