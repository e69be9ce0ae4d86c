import { newId } from '#libs/kernel';
import { hashToken, newToken } from '#libs/platform';
import {
  inventCvr,
  startIdentityProvider,
  startTestApp,
  type TestAnswer,
  type TestApp,
  TestClient,
  type TestIdentityProvider,
  type TestPerson,
  type RegisteredAddresses,
  type TokenPart,
} from '#libs/testing';
import { AlliancesModule } from '#libs/alliances';

/** One address of a sign-in, with other values in its query. */
export function replaced(url: string, values: Readonly<Record<string, string>>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(values)) changed.searchParams.set(name, value);
  return changed.href;
}

/** A value of an address's query; '' when it is not there. */
export function parameter(url: string, name: string): string {
  return new URL(url).searchParams.get(name) ?? '';
}

/** Refused: no session, no login, nobody new, and a page that says why. */
export async function refused(
  answer: TestAnswer,
  client: TestClient,
  status: number,
  says: RegExp,
): Promise<void> {
  expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(says)]);
  expect(answer.headers.get('location')).toBeNull();
  expect(client.cookie).not.toContain('rygrad_session');
}

/** Whose session a browser has. */
export async function me(client: TestClient): Promise<string | undefined> {
  return (await client.get<{ person?: { id: string } }>('/api/v1/me')).body.person?.id;
}

/** What the administrator enters for an identity provider. */
export function settings(idp: TestIdentityProvider, given: object = {}) {
  return {
    ...{ kind: 'organisation', nameDa: 'Kommunens login', nameEn: 'The municipality’s login' },
    ...{ issuer: idp.issuer, clientId: idp.clientId, clientSecret: idp.clientSecret },
    ...{ emailDomains: [], cvrs: [], isActive: true },
    ...given,
  };
}

/** Which provider somebody signs in with, in which browser, for what. */
interface SigningIn {
  readonly idp?: TestIdentityProvider;
  readonly providerId?: string;
  readonly client?: TestClient;
  readonly body?: object;
}

/** An installation with a municipality's identity provider and a MitID Erhverv broker, both real ones. */
export class ProviderWorld {
  private serial = 0;
  municipalityId = '';
  brokerId = '';

  private constructor(
    readonly app: TestApp,
    readonly admin: TestPerson,
    readonly municipality: TestIdentityProvider,
    readonly broker: TestIdentityProvider,
  ) {}

  static async start(): Promise<ProviderWorld> {
    const [app, municipality, broker] = await Promise.all([
      startTestApp({ modules: [AlliancesModule] }),
      startIdentityProvider(),
      startIdentityProvider(false),
    ]);
    const admin = await app.world.person([], { isAdmin: true });
    const world = new ProviderWorld(app, admin, municipality, broker);
    world.municipalityId = await world.add(municipality, { emailDomains: ['kommunen.example'] });
    world.brokerId = await world.add(broker, { kind: 'mitid-erhverv', nameDa: 'MitID Erhverv' });
    return world;
  }

  async close(): Promise<void> {
    await Promise.all([this.app.close(), this.municipality.close(), this.broker.close()]);
  }

  async add(idp: TestIdentityProvider, given: object): Promise<string> {
    const path = '/api/v1/admin/identity-providers';
    const { body, status } = await this.admin.client.post<{ id: string }>(path, settings(idp, given));
    expect(status).toBe(201);
    const read = await this.admin.client.get<RegisteredAddresses>(`${path}/${body.id}`);
    idp.register(read.body);
    return body.id;
  }

  account(idp: TestIdentityProvider, claims: TokenPart): string {
    this.serial += 1;
    const name = `account-${String(this.serial)}`;
    idp.accounts.set(name, claims);
    return name;
  }

  employee(email: string, more: TokenPart = {}): string {
    const claims = { email, email_verified: true, name: 'Karin Kommune', ...more };
    return this.account(this.municipality, claims);
  }

  professional(cvr: string, more: TokenPart = {}): string {
    return this.account(this.broker, {
      ...{ idp: 'mitid_erhverv', identity_type: 'professional', 'nemlogin.cvr': cvr },
      'nemlogin.persistent_professional_id': `urn:uuid:${newId()}`,
      'nemlogin.cpr': '0101017777',
      ...more,
    });
  }

  browser(): TestClient {
    return new TestClient(this.app.url);
  }

  async begin(client: TestClient, providerId: string, body: object = {}): Promise<string> {
    const started = await client.post<{ url: string }>(`/api/v1/sign-in/providers/${providerId}/start`, body);
    expect(started.status).toBe(200);
    return started.body.url;
  }

  async linkUrl(client: TestClient, providerId: string): Promise<string> {
    const started = await client.post<{ url: string }>(`/api/v1/me/logins/${providerId}/start`);
    expect(started.status).toBe(200);
    return started.body.url;
  }

  async signIn(who: string, given: SigningIn = {}): Promise<{ client: TestClient; answer: TestAnswer }> {
    const { idp = this.municipality, providerId = this.municipalityId } = given;
    const { client = this.browser(), body = {} } = given;
    const back = await idp.signIn(await this.begin(client, providerId, body), who);
    return { client, answer: await client.get(back) };
  }

  worker(email: string): Promise<TestPerson> {
    return this.app.world.person([], { email });
  }

  async invite(given: {
    email: string;
    cvr?: string;
    expired?: boolean;
  }): Promise<{ mailToken: string; linkToken: string }> {
    const { app } = this;
    const { id: allianceId } = await app.world.alliance();
    const organisation = await app.world.organisation(allianceId, { cvr: given.cvr ?? inventCvr() });
    const [mailToken, linkToken] = [newToken(), newToken()];
    await app.database.query(
      `insert into invitation (id, alliance_id, name, email, locale, role, organisation_id, mail_token_hash,
         link_token_hash, created_at, expires_at)
       values ($1, $2, 'Ny Person', $3, 'da', 'partner', $4, $5, $6, now(), now() + $7::interval)`,
      [
        ...[newId(), allianceId, given.email, organisation.id, hashToken(mailToken), hashToken(linkToken)],
        given.expired === true ? '-1 day' : '14 days',
      ],
    );
    return { mailToken, linkToken };
  }
}
