import type { IdentityProviderKind } from '#libs/api-schema';
import type { VouchingProvider } from './vouched-identity.js';

/** An identity provider as it lies in the database. */
export interface IdentityProvider extends VouchingProvider {
  readonly id: string;
  readonly version: number;
  readonly kind: IdentityProviderKind;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretSealed: Buffer;
  readonly isActive: boolean;
}

/** Columns of {@link IdentityProvider}, of the table `identity_provider` as `p`. */
export const providerColumns = `p.id, p.version, p.kind, p.name_da as "nameDa", p.name_en as "nameEn", p.issuer,
  p.client_id as "clientId", p.client_secret_sealed as "clientSecretSealed", p.cvrs, p.is_active as "isActive",
  array(select d.domain from identity_provider_domain d where d.provider_id = p.id order by d.domain) as "emailDomains"`;

/** Where a client secret is sealed for. */
export function secretContext(providerId: unknown): string {
  return `identity_provider.client_secret_sealed:${String(providerId)}`;
}

/** The address at which a provider hands its answers in; one per provider, so that answers cannot be mixed up. */
export function callbackPath(providerId: string): string {
  return `/api/v1/sign-in/providers/${providerId}/callback`;
}

/** The address at which a provider says that somebody has signed out of it. */
export function backChannelLogoutPath(providerId: string): string {
  return `/api/v1/sign-in/providers/${providerId}/back-channel-logout`;
}

/** The page to which providers send people who have signed out of them, too. */
export const postLogoutPath = '/sign-in';
