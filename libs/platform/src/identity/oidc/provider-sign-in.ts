import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, Locale, signInProviders } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import { Database } from '../../database/database.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { INSTALLATION, type PersonActor, systemActor } from '../../tenancy/actor.js';
import { Addresses } from '../addresses.js';
import { People } from '../people.js';
import { Affiliations, type InvitedPerson } from './affiliations.js';
import { callbackPath, type IdentityProvider, providerColumns } from './identity-provider.js';
import { type LoginAttempt, LoginAttempts } from './login-attempts.js';
import { PersonLogins } from './person-logins.js';
import { ProviderClient } from './provider-client.js';
import { returnAddress } from './return-address.js';
import { readVouchedIdentity, type VouchedIdentity } from './vouched-identity.js';

/** What somebody begins with: where to go afterwards, an invitation they answer, or a login to link to themselves. */
export interface ProviderSignInRequest {
  readonly to?: string | undefined;
  readonly invitation?: string | undefined;
  readonly linking?: PersonActor;
  readonly locale: Locale;
}

/** How a sign-in ended. */
export interface ProviderSignInDone {
  readonly personId: string;
  readonly returnTo: string;
  /** A login was linked to whoever is signed in: no new session. */
  readonly isLinking: boolean;
}

function refuse(code: ErrorCode): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code);
}

/**
 * Sign-in with an organisation's identity provider or MitID Erhverv. A login becomes somebody's in three ways only: a
 * mail address that its provider may vouch for is theirs, they linked it while signed in, or they answered an
 * invitation. Calls to the provider stand outside of any transaction (security.md 4).
 */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly client: ProviderClient,
    private readonly attempts: LoginAttempts,
    private readonly logins: PersonLogins,
    private readonly people: People,
    private readonly affiliations: Affiliations,
    private readonly addresses: Addresses,
  ) {}

  /** What people may sign in with, by name. */
  async list(): Promise<z.input<typeof signInProviders>> {
    return {
      items: await this.database.query(
        `select p.id, p.kind, json_build_object('da', p.name_da, 'en', p.name_en) as name from identity_provider p
         where p.is_active order by p.name_da collate "da-x-icu"`,
      ),
    };
  }

  /**
   * Begins. @returns where the browser goes, and what it must bring back
   * @throws DomainError platform/not-found, logins/provider-unreachable
   */
  async start(
    providerId: string,
    request: ProviderSignInRequest,
  ): Promise<{ url: string; state: string; browser: string }> {
    const provider = await this.activeProvider(providerId);
    // Before anything is kept: a provider that does not answer leaves no attempt behind.
    await this.client.configurationOf(provider);
    const { secrets, browser } = await this.attempts.open({
      providerId,
      returnTo: returnAddress(request.to, request.linking === undefined ? '/' : '/konto'),
      invitation: request.invitation,
      ...(request.linking === undefined ? {} : { linking: request.linking }),
    });
    const url = await this.client.authorizationUrl(
      provider,
      this.redirectUri(providerId),
      secrets,
      request.locale,
    );
    return { url: url.href, state: secrets.state, browser };
  }

  /**
   * Ends: spends the attempt, exchanges the answer, and finds whose login it is.
   * @param query the answer as it came, without `?`
   * @param browser what this browser was given at the start
   * @param actor whoever is signed in here, for linking
   * @throws DomainError logins/…, platform/not-found
   */
  async finish(
    providerId: string,
    query: URLSearchParams,
    browser: string,
    actor: PersonActor | undefined,
  ): Promise<ProviderSignInDone> {
    const attempt = await this.attempts.spend(providerId, query.get('state') ?? '', browser);
    const { linking } = attempt;
    // The very session that confirmed itself links; another one that came into this browser meanwhile does not.
    if (linking !== undefined && linking.sessionId !== actor?.sessionId)
      throw refuse('logins/attempt-invalid');
    const provider = await this.activeProvider(providerId);
    const answer = new URL(`${this.redirectUri(providerId)}?${query.toString()}`);
    const claims = await this.client.claims(provider, answer, attempt.secrets);
    const identity = readVouchedIdentity(provider, claims);
    const personId =
      linking === undefined
        ? await this.personFor(provider, identity, attempt)
        : await this.confirmCvr(linking.personId, identity);
    await this.refuseClosed(personId);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'provider-sign-in'), (tx) =>
      this.logins.link(tx, personId, provider, identity),
    );
    return { personId, returnTo: attempt.returnTo, isLinking: linking !== undefined };
  }

  private async personFor(
    provider: IdentityProvider,
    identity: VouchedIdentity,
    attempt: LoginAttempt,
  ): Promise<string> {
    const linked = await this.logins.personOf(provider.issuer, identity.subject);
    if (linked !== undefined) return this.confirmCvr(linked, identity);
    if (identity.cvr !== null) return this.invitedForCompany(identity.cvr, attempt.invitation);
    if ('refused' in identity.email) throw refuse(`logins/email-${identity.email.refused}`);
    const { address } = identity.email;
    const known = await this.people.findByEmail(address);
    if (known !== undefined) return this.firstLogin(provider, known.id);
    const invited = await this.affiliations.invitationTo(address);
    if (invited === undefined) throw refuse('logins/nobody');
    return this.welcome({ ...invited, email: address });
  }

  /** An address that an organisation gives to its next employee does not bring along what the last one could see. */
  private async firstLogin(provider: IdentityProvider, personId: string): Promise<string> {
    if (await this.logins.hasOneAt(provider.issuer, personId)) throw refuse('logins/another-login');
    return personId;
  }

  /** A company the person has a role for now: who has left it is not let in by it. */
  private async confirmCvr(personId: string, identity: VouchedIdentity): Promise<string> {
    if (identity.cvr === null) return personId;
    if (!(await this.affiliations.cvrsOf(personId)).includes(identity.cvr)) throw refuse('logins/other-cvr');
    return personId;
  }

  /**
   * MitID Erhverv says for which company somebody acts, and nothing sure of their mail address. The link of a mailed
   * invitation says the rest; a copied one could be a colleague's.
   */
  private async invitedForCompany(cvr: string, invitation: string | undefined): Promise<string> {
    const invited = invitation === undefined ? undefined : await this.affiliations.invitationOf(invitation);
    if (invited?.provesEmail !== true) throw refuse('logins/not-linked');
    if (invited.cvr !== cvr) throw refuse('logins/other-cvr');
    return this.welcome(invited);
  }

  private async welcome(invited: Pick<InvitedPerson, 'name' | 'email' | 'locale'>): Promise<string> {
    const { name, email, locale } = invited;
    return (await this.people.ensure({ name, email, locale })).id;
  }

  private async refuseClosed(personId: string): Promise<void> {
    const [person] = await this.database.query(
      'select id from person where id = $1 and deactivated_at is null and merged_into is null',
      [personId],
    );
    if (person === undefined) throw refuse('logins/closed');
  }

  private async activeProvider(id: string): Promise<IdentityProvider> {
    const [provider] = await this.database.query<IdentityProvider>(
      `select ${providerColumns} from identity_provider p where p.id = $1 and p.is_active`,
      [id],
    );
    if (provider === undefined) throw notFound();
    return provider;
  }

  private redirectUri(providerId: string): string {
    return this.addresses.of(callbackPath(providerId));
  }
}
