import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client';
import type { Logger } from 'pino';
import type { ErrorCode, IdentityProviderKind, Locale } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { CONFIG, type Config } from '../../config/config.js';
import { outgoingRules, readOutgoingUrl } from '../../http/outgoing-address.js';
import { OutgoingFailure, outgoingFetch } from '../../http/outgoing-request.js';
import { LOGGER } from '../../observability/logger.js';
import { KeyRing } from '../../secrets/key-ring.js';
import { type IdentityProvider, secretContext } from './identity-provider.js';
import type { Claims } from './vouched-identity.js';

/** What is known of one sign-in when its answer comes: nothing of it ever reaches the browser. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What a provider said of whoever signed in there: checked claims, and the ID token they came in. */
export interface ProviderAnswer {
  readonly claims: Claims;
  readonly idToken: string | undefined;
}

/** How somebody is asked to sign in there. */
export interface AskingFor {
  readonly redirectUri: string;
  readonly locale: Locale;
  /** To sign in anew, whatever the provider remembers. */
  readonly isFresh: boolean;
}

const scopes: Readonly<Record<IdentityProviderKind, string>> = {
  organisation: 'openid email profile',
  'mitid-erhverv': 'openid nemlogin',
};
/** What a provider's user-info answer is asked for when the ID token lacks it. */
const needed: Readonly<Record<IdentityProviderKind, string>> = {
  organisation: 'email',
  'mitid-erhverv': 'nemlogin.cvr',
};
const secondsPerCall = 10;
const rememberedFor = 3_600_000;
const mostRemembered = 200;

interface Remembered {
  readonly configuration: Configuration;
  readonly version: number;
  readonly at: number;
}

/** Our side of OpenID Connect: discovery, the way there with PKCE, and the exchange with every check on the answer. */
@Injectable()
export class ProviderClient {
  private readonly known = new Map<string, Remembered>();
  /** What providers are being asked at this moment, so that many people at once are one question. */
  private readonly asking = new Map<string, Promise<Configuration>>();

  constructor(
    private readonly keyRing: KeyRing,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Where the browser goes to sign in. @throws DomainError logins/provider-unreachable */
  async authorizationUrl(
    provider: IdentityProvider,
    secrets: AttemptSecrets,
    { redirectUri, locale, isFresh }: AskingFor,
  ): Promise<URL> {
    const configuration = await this.configurationOf(provider);
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'query',
      scope: scopes[provider.kind],
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
      ui_locales: locale,
      ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
      ...(provider.kind === 'mitid-erhverv' ? { idp_values: 'mitid_erhverv' } : {}),
    });
    this.refuseUnusable(url.href);
    return url;
  }

  /**
   * Where the browser goes to sign out there, too (OpenID Connect RP-Initiated Logout 1.0).
   * @returns undefined when the provider does not offer it
   * @throws DomainError logins/provider-unreachable
   */
  async endSessionUrl(
    provider: IdentityProvider,
    asked: { readonly idToken: string | undefined; readonly redirectUri: string; readonly locale: Locale },
  ): Promise<URL | undefined> {
    const configuration = await this.configurationOf(provider);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    const url = buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: asked.redirectUri,
      ui_locales: asked.locale,
      ...(asked.idToken === undefined ? {} : { id_token_hint: asked.idToken }),
    });
    this.refuseUnusable(url.href);
    return url;
  }

  /**
   * Exchanges an answer for claims. Checks state, `iss` of the answer, signature, issuer, audience, authorised party,
   * expiry and nonce; the user-info answer only for the subject of the ID token.
   * @param answer the address the browser came back to, with its query
   * @throws DomainError logins/cancelled, logins/answer-refused, logins/provider-unreachable
   */
  async exchange(provider: IdentityProvider, answer: URL, secrets: AttemptSecrets): Promise<ProviderAnswer> {
    const configuration = await this.configurationOf(provider);
    try {
      const tokens = await authorizationCodeGrant(configuration, answer, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const { id_token: idToken } = tokens;
      // Entra ID's shared issuers (`/common`) let every tenant in: only the issuer that was entered counts.
      if (claims?.iss !== provider.issuer) throw new DomainError<ErrorCode>('logins/answer-refused');
      if (needed[provider.kind] in claims || configuration.serverMetadata().userinfo_endpoint === undefined)
        return { claims, idToken };
      const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return { claims: { ...more, ...claims }, idToken };
    } catch (error) {
      throw this.failureOf(provider, error);
    }
  }

  /** The provider's own description of itself. @throws DomainError logins/provider-unreachable */
  async configurationOf(provider: IdentityProvider): Promise<Configuration> {
    const known = this.known.get(provider.id);
    // The system's own clock: what is remembered is a matter of this process, not of the field.
    if (known?.version === provider.version && performance.now() - known.at < rememberedFor)
      return known.configuration;
    const question = `${provider.id}:${String(provider.version)}`;
    const asked = this.asking.get(question) ?? this.discover(provider);
    this.asking.set(question, asked);
    try {
      const configuration = await asked;
      if (this.known.size >= mostRemembered) this.known.clear();
      this.known.set(provider.id, { configuration, version: provider.version, at: performance.now() });
      return configuration;
    } catch (error) {
      throw this.failureOf(provider, error);
    } finally {
      this.asking.delete(question);
    }
  }

  private async discover(provider: IdentityProvider): Promise<Configuration> {
    const rules = outgoingRules(this.config);
    const url = readOutgoingUrl(provider.issuer, rules);
    const secret = this.keyRing
      .open(provider.clientSecretSealed, secretContext(provider.id))
      .toString('utf8');
    const configuration = await discovery(url, provider.clientId, {}, clientAuth(secret), {
      timeout: secondsPerCall,
      [customFetch]: outgoingFetch(rules, { timeoutMs: secondsPerCall * 1000, mostBytes: 262_144 }) as never,
      execute: [
        // Without this the signature of an ID token that came over TLS would not be looked at.
        enableNonRepudiationChecks,
        ...(url.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
    });
    if (configuration.serverMetadata().issuer !== provider.issuer)
      throw new ClientError('the issuer calls itself something else');
    return configuration;
  }

  private refuseUnusable(url: string): void {
    readOutgoingUrl(url, outgoingRules(this.config));
  }

  /** What went wrong as a code for people; the log has the library's code, never claims or tokens. */
  private failureOf(provider: IdentityProvider, error: unknown): DomainError<ErrorCode> {
    if (isLoginFailure(error)) return error;
    const code = failureCode(error);
    const { name, code: reason } = error as { name?: string; code?: unknown };
    const said = error instanceof ResponseBodyError ? error.error : undefined;
    this.logger.warn({ provider: provider.id, code, name, reason, said }, 'a sign-in did not succeed');
    return new DomainError<ErrorCode>(code);
  }
}

function isLoginFailure(error: unknown): error is DomainError<ErrorCode> {
  return error instanceof DomainError && String(error.code).startsWith('logins/');
}

function failureCode(error: unknown): ErrorCode {
  if (error instanceof AuthorizationResponseError) return 'logins/cancelled';
  if (error instanceof ResponseBodyError)
    return error.error === 'invalid_grant' ? 'logins/answer-refused' : 'logins/provider-unreachable';
  if (error instanceof OutgoingFailure || error instanceof DomainError) return 'logins/provider-unreachable';
  const { cause, code } = error as { cause?: unknown; code?: string };
  if (cause instanceof OutgoingFailure || cause instanceof DomainError || code === 'OAUTH_TIMEOUT')
    return 'logins/provider-unreachable';
  return 'logins/answer-refused';
}

/** Basic is what the specification makes the default; a provider that does not list it gets the secret in the body. */
function clientAuth(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const offered = server.token_endpoint_auth_methods_supported;
    const useBasic = offered === undefined || offered.includes('client_secret_basic');
    (useBasic ? basic : post)(server, client, body, headers);
  };
}
