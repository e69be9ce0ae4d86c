import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';

/** Claims of an ID token, or its header. */
export type TokenPart = Record<string, unknown>;

/** How an identity provider misbehaves with the ID token it hands out. */
export interface Tampering {
  readonly claims?: (claims: TokenPart) => TokenPart;
  /** Signs with a key that nobody knows. */
  readonly foreignKey?: boolean;
  /** Leaves the signature out and says so (`alg: none`). */
  readonly unsigned?: boolean;
  /** Says in the header that it is something else. */
  readonly type?: string;
}

/** Our addresses that a provider must know. */
export interface RegisteredAddresses {
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly backChannelLogoutUri: string;
}

/** A real identity provider (oidc-provider) on a free port of this machine, for tests. */
export interface TestIdentityProvider {
  /** For the settings of an identity provider. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A second client of the same provider, with the same redirect address. */
  readonly otherClient: { readonly id: string; readonly secret: string };
  /** Who can sign in: the claims of each, by account; `sub` is the account. */
  readonly accounts: Map<string, TokenPart>;
  /** Registers where answers go, and what is called or shown when somebody signs out; call before anybody signs in. */
  register(addresses: RegisteredAddresses): void;
  /** What it does to ID tokens from now on; undefined = nothing. */
  tamper(how: Tampering | undefined): void;
  /** Does what a browser does there: signs in as the account. @returns the address it is sent back to */
  signIn(authorizationUrl: string, account: string): Promise<string>;
  /** Signs the account out there, as a browser that was sent there does. @returns the address it is sent back to */
  signOut(endSessionUrl: string, account: string): Promise<string>;
  /** A logout token for {@link account}, as it would send one, or otherwise. */
  logoutToken(account: string, how?: Tampering): string;
  /** Declines instead of signing in. @returns the address it is sent back to */
  decline(authorizationUrl: string): Promise<string>;
  close(): Promise<void>;
}

const clientId = 'rygrad';
const clientSecret = 'a-secret-of-the-test-only-0123456789';
const otherClient = { id: 'somebody-else', secret: 'another-secret-of-the-test-9876543210' };

const keyPair = (): { jwk: JsonWebKey; pem: string } => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    jwk: privateKey.export({ format: 'jwk' }),
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same ID token, otherwise. */
function tampered(token: string, how: Tampering, ownKey: string): string {
  const [head = '', body = ''] = token.split('.');
  const read = (text: string): TokenPart =>
    JSON.parse(Buffer.from(text, 'base64url').toString()) as TokenPart;
  const claims = how.claims?.(read(body)) ?? read(body);
  const header = {
    ...read(head),
    ...(how.unsigned === true ? { alg: 'none' } : {}),
    ...(how.type === undefined ? {} : { typ: how.type }),
  };
  const signed = `${part(header)}.${part(claims)}`;
  if (how.unsigned === true) return `${signed}.`;
  const key = createPrivateKey(how.foreignKey === true ? keyPair().pem : ownKey);
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

/** oidc-provider warns that its memory is for tests only; these are. @returns what ends the silence */
function hush(): () => void {
  const { warn } = console;
  console.warn = () => undefined;
  return () => {
    console.warn = warn;
  };
}

/** Starts one. @param claimsInToken true = claims stand in the ID token, false = behind the user-info address */
export async function startIdentityProvider(claimsInToken = true): Promise<TestIdentityProvider> {
  // Loaded only where it is used: it takes longer than a small spec.
  const speak = hush();
  const { Provider: OidcProvider } = await import('oidc-provider').finally(speak);
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = (_request, response) =>
    response.writeHead(503).end();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const own = keyPair();
  const accounts = new Map<string, TokenPart>();
  const next: { account: string | null; tampering: Tampering | undefined } = {
    account: null,
    tampering: undefined,
  };

  const register = (addresses: RegisteredAddresses): void => {
    const uri = addresses.redirectUri;
    const speakAgain = hush();
    const provider: Provider = new OidcProvider(issuer, {
      clients: [
        {
          ...{ client_id: clientId, client_secret: clientSecret, redirect_uris: [uri] },
          post_logout_redirect_uris: [addresses.postLogoutRedirectUri],
          backchannel_logout_uri: addresses.backChannelLogoutUri,
          backchannel_logout_session_required: true,
        },
        { client_id: otherClient.id, client_secret: otherClient.secret, redirect_uris: [uri] },
      ],
      jwks: { keys: [{ ...own.jwk, alg: 'RS256', use: 'sig', kid: 'own' }] },
      cookies: { keys: ['test-only'] },
      conformIdTokenClaims: !claimsInToken,
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: {
          logoutSource(context, form) {
            context.body = form;
          },
        },
      },
      claims: {
        openid: ['sub', 'idp', 'identity_type'],
        email: ['email', 'email_verified', 'xms_edov'],
        profile: ['name'],
        nemlogin: [
          ...['nemlogin.cvr', 'nemlogin.persistent_professional_id', 'nemlogin.name', 'nemlogin.cpr'],
          'nemlogin.email',
        ],
      },
      ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_context, account) => ({
        accountId: account,
        claims: () => ({ sub: account, ...accounts.get(account) }),
      }),
      async loadExistingGrant(context) {
        const { client, session } = context.oidc;
        if (client === undefined || session?.accountId === undefined) return undefined;
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid email profile nemlogin');
        await grant.save();
        return grant;
      },
    });
    speakAgain();
    provider.use(async (context: KoaContextWithOIDC, then: () => Promise<void>) => {
      if (context.path.startsWith('/interaction/')) {
        context.respond = false;
        const { account } = next;
        const result =
          account === null
            ? { error: 'access_denied', error_description: 'declined' }
            : { login: { accountId: account } };
        await provider.interactionFinished(context.req, context.res, result);
        return;
      }
      await then();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path === '/token' && body?.id_token !== undefined && next.tampering !== undefined)
        body.id_token = tampered(body.id_token, next.tampering, own.pem);
    });
    handle = provider.callback();
  };
  const nowhere = 'http://127.0.0.1:1/nowhere';
  register({ redirectUri: nowhere, postLogoutRedirectUri: nowhere, backChannelLogoutUri: nowhere });

  const jars = new Map<string, Map<string, string>>();
  const ask = async (
    url: string,
    cookies: Map<string, string>,
    form?: URLSearchParams,
  ): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value.join('='));
    }
    return answer;
  };
  const visit = async (start: string, cookies: Map<string, string>): Promise<string> => {
    let url = start;
    while (url.startsWith(issuer)) {
      const answer = await ask(url, cookies);
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`${String(answer.status)} ${(await answer.text()).slice(0, 500)}`);
      url = new URL(to, url).href;
    }
    return url;
  };
  const signOut = async (url: string, cookies: Map<string, string>): Promise<string> => {
    const question = await ask(url, cookies);
    const [, xsrf] = /name="xsrf" value="(\w+)"/.exec(await question.text()) ?? [];
    const form = new URLSearchParams({ xsrf: xsrf ?? '', logout: 'yes' });
    const answer = await ask(`${issuer}/session/end/confirm`, cookies, form);
    return (
      answer.headers.get('location') ?? `${String(answer.status)} ${(await answer.text()).slice(0, 500)}`
    );
  };

  return {
    issuer,
    clientId,
    clientSecret,
    otherClient,
    accounts,
    register,
    tamper(how) {
      next.tampering = how;
    },
    signIn(authorizationUrl, account) {
      next.account = account;
      jars.set(account, new Map<string, string>());
      return visit(authorizationUrl, jars.get(account) ?? new Map<string, string>());
    },
    signOut: (endSessionUrl, account) =>
      signOut(endSessionUrl, jars.get(account) ?? new Map<string, string>()),
    logoutToken(account, how = {}) {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        ...{ iss: issuer, aud: clientId, iat: now, exp: now + 120, sub: account, jti: randomUUID() },
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      };
      const header = { alg: 'RS256', kid: 'own', typ: 'logout+jwt' };
      return tampered(`${part(header)}.${part(claims)}.`, how, own.pem);
    },
    decline(authorizationUrl) {
      next.account = null;
      return visit(authorizationUrl, new Map<string, string>());
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
