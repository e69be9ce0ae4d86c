import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode, Locale } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { Addresses } from './addresses.js';
import { People, type Person } from './people.js';
import { hashToken, newToken } from './tokens.js';

/** The claim link: whoever reads the terminal of a new installation becomes its first administrator. */
@Injectable()
export class Claim {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly addresses: Addresses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new claim address; earlier ones end. Undefined when there is an administrator already. */
  async newLink(): Promise<string | undefined> {
    if (await this.people.hasAdministrator()) return undefined;
    const token = newToken();
    await this.database.query('delete from installation_claim where spent_at is null');
    await this.database.query(
      'insert into installation_claim (id, token_hash, created_at) values ($1, $2, $3)',
      [newId(), hashToken(token), this.clock.now()],
    );
    return this.addresses.of(`/claim/${token}`);
  }

  /** Makes the first administrator. @throws DomainError platform/claim-invalid */
  async redeem(given: { token: string; name: string; email: string; locale: Locale }): Promise<Person> {
    const spent = await this.database.query(
      `update installation_claim set spent_at = $2
       where token_hash = $1 and spent_at is null and not exists (select from person where is_admin) returning id`,
      [hashToken(given.token), this.clock.now()],
    );
    if (spent.length === 0) throw new DomainError<ErrorCode>('platform/claim-invalid');
    return this.people.ensure({ ...given, isAdmin: true });
  }
}
