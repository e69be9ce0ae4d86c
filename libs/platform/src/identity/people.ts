import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { Database } from '../database/database.js';

/** Somebody who signs in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly is_admin: boolean;
}

const columns = 'id, name, email::text, locale, is_admin';

/** The people of the installation. Who they are in an alliance is the alliances module's. */
@Injectable()
export class People {
  constructor(private readonly database: Database) {}

  /** A person by mail address, whatever its case. */
  async findByEmail(email: string): Promise<Person | undefined> {
    const [person] = await this.database.query<Person>(`select ${columns} from person where email = $1`, [
      email,
    ]);
    return person;
  }

  /** A person by id. */
  async findById(id: string): Promise<Person | undefined> {
    const [person] = await this.database.query<Person>(`select ${columns} from person where id = $1`, [id]);
    return person;
  }

  /** The person with this mail address, made if there is none; an existing one keeps name and language. */
  async ensure(given: { name: string; email: string; locale: Locale; isAdmin?: boolean }): Promise<Person> {
    const [made] = await this.database.query<Person>(
      `insert into person (id, name, email, locale, is_admin) values ($1, $2, $3, $4, $5)
       on conflict (email) do update set is_admin = person.is_admin or excluded.is_admin returning ${columns}`,
      [newId(), given.name, given.email, given.locale, given.isAdmin ?? false],
    );
    if (made === undefined) throw new Error('A person was neither made nor found');
    return made;
  }

  /** Is there an administrator yet? */
  async hasAdministrator(): Promise<boolean> {
    const [row] = await this.database.query<{ there: boolean }>(
      'select exists (select from person where is_admin) as there',
    );
    return row?.there ?? false;
  }

  /** Changes a person's language. */
  async setLocale(id: string, locale: Locale): Promise<void> {
    await this.database.query('update person set locale = $2 where id = $1', [id, locale]);
  }
}
