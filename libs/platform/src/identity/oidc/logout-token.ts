import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';

/** What a logout token says: whose sessions end, and what names the token itself. */
export interface LogoutToken {
  readonly subject: string | undefined;
  readonly sid: string | undefined;
  readonly jti: string;
}

/** Who may have signed it, and for whom. */
export interface LogoutTokenRules {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: JWTVerifyGetKey;
  readonly now: Date;
}

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** Signed with a key that only the provider has: `none`, and anything made with our own secret, is not. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const types: readonly unknown[] = [undefined, 'logout+jwt', 'JWT'];
const clocksApart = 60;
/** How old a token may be, in seconds; as long it is remembered that it came. */
export const logoutTokenFor = 300;

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 500;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6): signature, `iss`, `aud`, `iat`, `exp`, the event, a
 * subject or a session, an id, and no `nonce`, so that an ID token is not taken for one.
 * @throws DomainError logins/logout-refused
 */
export async function readLogoutToken(
  token: string,
  { issuer, clientId, keys, now }: LogoutTokenRules,
): Promise<LogoutToken> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...{ issuer, audience: clientId, algorithms },
    ...{ currentDate: now, clockTolerance: clocksApart, maxTokenAge: logoutTokenFor },
    requiredClaims: ['jti', 'events'],
  }).catch(() => {
    throw new DomainError<ErrorCode>('logins/logout-refused');
  });
  const { sub, sid, jti, events } = payload;
  const isLogout =
    types.includes(protectedHeader.typ) &&
    isObject(events) &&
    isObject(events[event]) &&
    !('nonce' in payload) &&
    isText(jti) &&
    [sub, sid].every((each) => each === undefined || isText(each)) &&
    [sub, sid].some(isText);
  if (!isLogout) throw new DomainError<ErrorCode>('logins/logout-refused');
  return { jti, subject: sub, sid: sid as string | undefined };
}
