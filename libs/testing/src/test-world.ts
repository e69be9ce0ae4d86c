import { createHash, randomBytes } from 'node:crypto';
import type { AllianceRole, Locale } from '#libs/api-schema';
import { type Clock, newId } from '#libs/kernel';
import type { PersonActor } from '#libs/platform';
import { TestClient } from './test-client.js';
import type { TestDatabase } from './test-database.js';

/** A role somebody is given in a test. */
export interface RoleGiven {
  readonly allianceId: string;
  readonly role: AllianceRole;
  readonly organisationId?: string;
}

/** Somebody with a session: `client` speaks for them over HTTP, `actor(allianceId)` inside the process. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly cookie: string;
  readonly client: TestClient;
  actor(allianceId: string): PersonActor;
}

let serial = 0;

/** A CVR number that satisfies modulus 11, different every time. */
export function inventCvr(): string {
  const weights = [2, 7, 6, 5, 4, 3, 2];
  for (;;) {
    const digits = String(1_000_000 + (randomBytes(4).readUInt32BE() % 8_999_999));
    const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return digits + String(check);
  }
}

/** Fills a test database in two or three lines, each test with fresh ids of its own. */
export class TestWorld {
  constructor(
    private readonly database: TestDatabase,
    private readonly url: string,
    private readonly clock: Clock,
  ) {}

  /** A new alliance. */
  async alliance(
    given: { name?: string; slug?: string } = {},
  ): Promise<{ id: string; slug: string; name: string }> {
    const id = newId();
    serial += 1;
    const slug = given.slug ?? `alliance-${String(serial)}-${randomBytes(3).toString('hex')}`;
    const name = given.name ?? `Alliancen ${String(serial)}`;
    await this.database.query('insert into alliance (id, slug, name) values ($1, $2, $3)', [id, slug, name]);
    return { id, slug, name };
  }

  /** An organisation that has joined an alliance, by default a company with a CVR number. */
  async organisation(
    allianceId: string,
    given: {
      name?: string;
      kind?: string;
      cvr?: string | null;
      sector?: string;
      email?: string;
      contact?: string;
    } = {},
  ): Promise<{ id: string; name: string }> {
    const id = newId();
    serial += 1;
    const name = given.name ?? `Virksomhed ${String(serial)} ApS`;
    const kind = given.kind ?? 'company';
    const cvr = given.cvr === undefined ? (kind === 'company' ? inventCvr() : null) : given.cvr;
    await this.database.query(
      'insert into organisation (id, alliance_id, kind, name, cvr, sector) values ($1, $2, $3, $4, $5, $6)',
      [id, allianceId, kind, name, cvr, given.sector ?? null],
    );
    await this.database.query(
      `insert into membership (id, alliance_id, organisation_id, status, joined_on, status_since)
       values ($1, $2, $3, 'joined', $4::date, $4::date)`,
      [newId(), allianceId, id, this.clock.now()],
    );
    await this.database.query(
      `insert into contact_person (id, alliance_id, organisation_id, name, email, is_primary) values ($1, $2, $3, $4, $5, true)`,
      [
        newId(),
        allianceId,
        id,
        given.contact ?? 'Karen Kontakt',
        given.email ?? `kontakt-${id}@virksomhed.example`,
      ],
    );
    return { id, name };
  }

  /** A person with roles and a session. */
  async person(
    roles: readonly RoleGiven[] = [],
    given: { name?: string; email?: string; locale?: Locale; isAdmin?: boolean } = {},
  ): Promise<TestPerson> {
    const id = newId();
    serial += 1;
    const name = given.name ?? `Person ${String(serial)}`;
    const email = given.email ?? `person-${id}@sekretariat.example`;
    const locale = given.locale ?? 'da';
    const isAdmin = given.isAdmin ?? false;
    await this.database.query(
      'insert into person (id, name, email, locale, is_admin) values ($1, $2, $3, $4, $5)',
      [id, name, email, locale, isAdmin],
    );
    for (const held of roles)
      await this.database.query(
        'insert into alliance_member (id, alliance_id, person_id, role, organisation_id) values ($1, $2, $3, $4, $5)',
        [newId(), held.allianceId, id, held.role, held.organisationId ?? null],
      );
    const session = await this.session(id);
    return {
      id,
      name,
      email,
      cookie: session.cookie,
      client: new TestClient(this.url, session.cookie),
      actor: (allianceId) => ({
        kind: 'person',
        personId: id,
        sessionId: session.id,
        name,
        email,
        locale,
        isAdmin,
        allianceId,
        roles: roles
          .filter((held) => held.allianceId === allianceId)
          .map((held) => ({ role: held.role, organisationId: held.organisationId ?? null })),
      }),
    };
  }

  /** Somebody without a session. */
  get stranger(): TestClient {
    return new TestClient(this.url);
  }

  private async session(personId: string): Promise<{ id: string; cookie: string }> {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const now = this.clock.now();
    await this.database.query(
      `insert into session (id, person_id, token_hash, created_at, last_used_at, confirmed_at, expires_at)
       values ($1, $2, $3, $4, $4, $4, $5)`,
      [
        id,
        personId,
        createHash('sha256').update(token).digest(),
        now,
        new Date(now.getTime() + 90 * 86_400_000),
      ],
    );
    return { id, cookie: `rygrad_session=${token}` };
  }
}
