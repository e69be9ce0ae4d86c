import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, Locale, signInProviders } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import { CLOCK } from '../../database/clock.token.js';
import { Database } from '../../database/database.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { INSTALLATION, type PersonActor, systemActor } from '../../tenancy/actor.js';
import { Addresses } from '../addresses.js';
import { refuseNotFresh } from './fresh-proof.js';
import { callbackPath, type IdentityProvider, providerColumns } from './identity-provider.js';
import { type AttemptPurpose, LoginAttempts } from './login-attempts.js';
import { PersonLogins } from './person-logins.js';
import { PersonOfLogin } from './person-of-login.js';
import { ProviderClient } from './provider-client.js';
import { type ProviderOrigin, ProviderSessions } from './provider-sessions.js';
import { returnAddress } from './return-address.js';
import { type Claims, readVouchedIdentity, type VouchedIdentity } from './vouched-identity.js';

/** What somebody begins with: what for, where to go afterwards, an invitation they answer. */
export interface ProviderSignInRequest {
  readonly purpose: AttemptPurpose;
  readonly to?: string | undefined;
  readonly invitation?: string | undefined;
  /** Who links a login to themselves or confirms who they are. */
  readonly actor?: PersonActor;
  readonly locale: Locale;
}

/** How it ended: only a sign-in makes a new session. */
export interface ProviderSignInDone {
  readonly purpose: AttemptPurpose;
  readonly personId: string;
  readonly returnTo: string;
  readonly origin: ProviderOrigin;
}

function refuse(code: ErrorCode): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code);
}

/** What the provider itself calls its user and the user's session there. */
function namesOf({ sub, sid }: Claims): Pick<ProviderOrigin, 'subject' | 'sid'> {
  return { subject: String(sub), sid: typeof sid === 'string' ? sid : undefined };
}

/**
 * Sign-in with an organisation's identity provider or MitID Erhverv, linking a login, and confirming a session there.
 * Calls to the provider stand outside of any transaction (security.md 4).
 */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly client: ProviderClient,
    private readonly attempts: LoginAttempts,
    private readonly logins: PersonLogins,
    private readonly whose: PersonOfLogin,
    private readonly addresses: Addresses,
    private readonly sessions: ProviderSessions,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const { purpose, to, invitation, actor, locale } = request;
    const { secrets, browser } = await this.attempts.open({
      ...{ providerId, purpose, invitation, actor },
      returnTo: returnAddress(to, purpose === 'link' ? '/konto' : '/'),
    });
    const url = await this.client.authorizationUrl(provider, secrets, {
      ...{ redirectUri: this.redirectUri(providerId), locale },
      isFresh: purpose === 'confirm',
    });
    return { url: url.href, state: secrets.state, browser };
  }

  /** The provider at which a session can be confirmed: the one it came through. @throws DomainError platform/not-found */
  async confirmingProvider(actor: PersonActor): Promise<string> {
    const origin = await this.sessions.of(actor);
    if (origin === undefined) throw notFound();
    return origin.provider.id;
  }

  /**
   * Ends: spends the attempt, exchanges the answer, and finds whose login it is.
   * @param query the answer as it came, without `?`
   * @param browser what this browser was given at the start
   * @param actor whoever is signed in here
   * @throws DomainError logins/…, platform/not-found
   */
  async finish(
    providerId: string,
    query: URLSearchParams,
    browser: string,
    actor: PersonActor | undefined,
  ): Promise<ProviderSignInDone> {
    const attempt = await this.attempts.spend(providerId, query.get('state') ?? '', browser);
    const { purpose, session, returnTo } = attempt;
    // The very session it was begun in; another one that came into this browser meanwhile is not meant.
    if (session !== undefined && session.sessionId !== actor?.sessionId)
      throw refuse('logins/attempt-invalid');
    const provider = await this.activeProvider(providerId);
    const answer = new URL(`${this.redirectUri(providerId)}?${query.toString()}`);
    const { claims, idToken } = await this.client.exchange(provider, answer, attempt.secrets);
    const identity = readVouchedIdentity(provider, claims);
    if (purpose === 'confirm') await this.refuseOther(provider, identity, actor);
    if (purpose === 'confirm') refuseNotFresh(claims, attempt.startedAt, this.clock.now());
    const personId =
      session === undefined
        ? await this.whose.find(provider, identity, attempt.invitation)
        : await this.whose.confirm(session.personId, identity);
    const loginId = await this.unitOfWork.actAs(systemActor(INSTALLATION, 'provider-sign-in'), (tx) =>
      this.logins.link(tx, personId, provider, identity),
    );
    const origin = { loginId, providerId, idToken, ...namesOf(claims) };
    return { purpose, personId, returnTo, origin };
  }

  /** Only the login that the session came through confirms it: not a colleague's, nor another one of the same person. */
  private async refuseOther(
    { issuer }: IdentityProvider,
    { subject }: VouchedIdentity,
    actor: PersonActor | undefined,
  ): Promise<void> {
    const [login, origin] = [
      await this.logins.find(issuer, subject),
      actor === undefined ? undefined : await this.sessions.of(actor),
    ];
    if (login === undefined || login.id !== origin?.loginId) throw refuse('logins/other-subject');
  }

  /** A provider people may sign in with. @throws DomainError platform/not-found */
  async activeProvider(id: string): Promise<IdentityProvider> {
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
