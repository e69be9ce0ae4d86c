import { Injectable } from '@nestjs/common';
import type { InstallationAlliance } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { PersonActor } from '../tenancy/actor.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly is_example: boolean;
  readonly created_at: Date;
  readonly people: number;
  readonly last_activity_at: Date | null;
}

/** The alliances of the installation for an administrator, who sees that they are there and nothing of what they do. */
@Injectable()
export class ListAlliances {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All of them, by name. The database itself answers administrators only. */
  async run(actor: PersonActor): Promise<InstallationAlliance[]> {
    const rows = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<Row>('select * from rygrad_alliances_of_installation()'),
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      slug: row.slug,
      isExample: row.is_example,
      createdAt: row.created_at.toISOString(),
      people: row.people,
      lastActivityAt: row.last_activity_at?.toISOString() ?? null,
    }));
  }

  /** Their names by id. */
  async names(tx: Transaction): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<Row>('select id, name from rygrad_alliances_of_installation()');
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
