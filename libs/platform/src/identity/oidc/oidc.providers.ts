import type { Provider, Type } from '@nestjs/common';
import { Affiliations } from './affiliations.js';
import { BackChannelLogout } from './back-channel-logout.js';
import { IdentityProvidersController } from './identity-providers.controller.js';
import { IdentityProviders } from './identity-providers.js';
import { LoginAttempts } from './login-attempts.js';
import { PersonLogins } from './person-logins.js';
import { PersonOfLogin } from './person-of-login.js';
import { ProviderClient } from './provider-client.js';
import { ProviderLogout } from './provider-logout.js';
import { ProviderSessions } from './provider-sessions.js';
import { ProviderSignInController } from './provider-sign-in.controller.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { TestProvider } from './test-provider.js';

/** Controllers of sign-in with identity providers. */
export const oidcControllers: Type[] = [ProviderSignInController, IdentityProvidersController];

/** Everything sign-in with identity providers is made of; the platform exports it. */
export const oidcProviders: Provider[] = [
  Affiliations,
  BackChannelLogout,
  IdentityProviders,
  LoginAttempts,
  PersonLogins,
  PersonOfLogin,
  ProviderClient,
  ProviderLogout,
  ProviderSessions,
  ProviderSignIn,
  TestProvider,
];
