import type { ErrorCode, IdentityProviderKind } from '#libs/api-schema';
import { DomainError, normaliseCvr, normaliseEmail } from '#libs/kernel';
import { domainOf } from './email-domain.js';

/** What the rules need to know of an identity provider. */
export interface VouchingProvider {
  readonly kind: IdentityProviderKind;
  readonly emailDomains: readonly string[];
  readonly cvrs: readonly string[];
}

/** Claims of an ID token and the user-info answer, whose signature, issuer, audience and nonce have been checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** What an identity provider vouches for about whoever signed in. */
export interface VouchedIdentity {
  /** Names the person at this issuer for ever. */
  readonly subject: string;
  /** A mail address the provider may vouch for, or why there is none. */
  readonly email: { readonly address: string } | { readonly refused: 'unverified' | 'foreign' };
  /** The company the person signed in for (MitID Erhverv only). */
  readonly cvr: string | null;
  readonly name: string | null;
}

function refuse(code: ErrorCode): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code);
}

function text(claims: Claims, name: string, most = 400): string | null {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' && value.length <= most ? value.trim() : null;
}

/**
 * Has the provider checked the address? `email_verified` of OpenID Connect, or Entra ID's `xms_edov` (the mail domain's
 * owner has been verified), which Microsoft gives in its place. Texts are not taken for truth values.
 */
function isVerified(claims: Claims): boolean {
  return claims['email_verified'] === true || claims['xms_edov'] === true || claims['xms_edov'] === 1;
}

function emailOf(provider: VouchingProvider, claims: Claims): VouchedIdentity['email'] {
  const address = normaliseEmail(text(claims, 'email') ?? '');
  if (address === null || !isVerified(claims)) return { refused: 'unverified' };
  const domain = domainOf(address);
  if (domain === undefined || !provider.emailDomains.includes(domain)) return { refused: 'foreign' };
  return { address };
}

function readProfessional(provider: VouchingProvider, claims: Claims): VouchedIdentity {
  const kind = text(claims, 'identity_type');
  const idp = text(claims, 'idp');
  if ((kind !== null && kind !== 'professional') || (idp !== null && idp !== 'mitid_erhverv'))
    throw refuse('logins/not-professional');
  const professional = text(claims, 'nemlogin.persistent_professional_id');
  const cvr = normaliseCvr(text(claims, 'nemlogin.cvr') ?? '');
  if (professional === null || cvr === null) throw refuse('logins/not-professional');
  if (provider.cvrs.length > 0 && !provider.cvrs.includes(cvr)) throw refuse('logins/other-cvr');
  return {
    // The broker's own `sub` may differ per service; the professional id follows the person in that company.
    subject: `professional:${professional}`,
    email: { refused: 'unverified' },
    cvr,
    name: text(claims, 'nemlogin.name', 200),
  };
}

/**
 * Reads what a provider vouches for. Nothing else of the claims is kept: brokers also send CPR numbers and birthdays.
 * @throws DomainError logins/answer-refused, logins/not-professional, logins/other-cvr
 */
export function readVouchedIdentity(provider: VouchingProvider, claims: Claims): VouchedIdentity {
  if (provider.kind === 'mitid-erhverv') return readProfessional(provider, claims);
  const subject = text(claims, 'sub');
  if (subject === null) throw refuse('logins/answer-refused');
  return {
    subject,
    email: emailOf(provider, claims),
    cvr: null,
    name: text(claims, 'name', 200),
  };
}
