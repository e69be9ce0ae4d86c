import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';

/** Somebody who signs in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The primary address: the one the product writes to. */
  readonly email: string;
  readonly locale: Locale;
  readonly is_admin: boolean;
}

/** A person and whether their access is closed. */
export interface KnownPerson extends Person {
  readonly deactivated_at: Date | null;
}

interface Queries {
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
}

const columns = 'p.id, p.name, p.email::text, p.locale, p.is_admin, p.deactivated_at';
const uniqueViolation = '23505';

/** The people of the installation. Who they are in an alliance is the alliances module's. */
@Injectable()
export class People {
  constructor(private readonly database: Database) {}

  /** Whoever has proved this address, primary or not, whatever its case; nobody whose access is closed. */
  async findByEmail(email: string): Promise<Person | undefined> {
    const person = await this.findKnownByEmail(email);
    return person?.deactivated_at === null ? person : undefined;
  }

  /** As {@link findByEmail}, also when their access is closed; `within` a unit of work, or alone. */
  async findKnownByEmail(email: string, within: Queries = this.database): Promise<KnownPerson | undefined> {
    const [person] = await within.query<KnownPerson>(
      `select ${columns} from person_address a join person p on p.id = a.person_id where a.email = $1`,
      [email],
    );
    return person;
  }

  /** A person by id. */
  async findById(id: string): Promise<Person | undefined> {
    const [person] = await this.database.query<Person>(`select ${columns} from person p where p.id = $1`, [
      id,
    ]);
    return person;
  }

  /** Makes a person whose address has been proved, as part of a unit of work. */
  async make(tx: Transaction, given: { name: string; email: string; locale: Locale }): Promise<Person> {
    const [made] = await tx.query<Person>(
      `insert into person as p (id, name, email, locale) values ($1, $2, $3, $4) returning ${columns}`,
      [newId(), given.name, given.email, given.locale],
    );
    if (made === undefined) throw new Error('A person was not made');
    return made;
  }

  /** The person with this mail address, made if there is none; an existing one keeps name and language. */
  async ensure(given: { name: string; email: string; locale: Locale; isAdmin?: boolean }): Promise<Person> {
    const known = await this.findKnownByEmail(given.email);
    if (known === undefined) return this.insert(given);
    if (given.isAdmin === true && !known.is_admin)
      await this.database.query('update person set is_admin = true where id = $1', [known.id]);
    return { ...known, is_admin: known.is_admin || (given.isAdmin ?? false) };
  }

  /** Is there an administrator yet? */
  async hasAdministrator(): Promise<boolean> {
    const [row] = await this.database.query<{ there: boolean }>(
      'select exists (select from person where is_admin) as there',
    );
    return row?.there ?? false;
  }

  /** Changes what is given of a person's name and language. */
  async change(
    id: string,
    given: { readonly name?: string | undefined; readonly locale?: Locale | undefined },
  ): Promise<void> {
    await this.database.query(
      'update person set name = coalesce($2, name), locale = coalesce($3, locale) where id = $1',
      [id, given.name ?? null, given.locale ?? null],
    );
  }

  private async insert(given: {
    name: string;
    email: string;
    locale: Locale;
    isAdmin?: boolean;
  }): Promise<Person> {
    try {
      const [made] = await this.database.query<Person>(
        `insert into person as p (id, name, email, locale, is_admin) values ($1, $2, $3, $4, $5) returning ${columns}`,
        [newId(), given.name, given.email, given.locale, given.isAdmin ?? false],
      );
      if (made !== undefined) return made;
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error;
      // Somebody was faster: then there is one now.
      const known = await this.findKnownByEmail(given.email);
      if (known !== undefined) return known;
    }
    throw new Error('A person was neither made nor found');
  }
}
