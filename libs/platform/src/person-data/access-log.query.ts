import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { accessLogPage, seenBy } from '#libs/api-schema';
import { Access, notFound } from '../access/access.js';
import { logPersonAccess } from '../access/access-log.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { PersonActor } from '../tenancy/actor.js';
import { OrganisationNames } from './organisation-names.js';
import { PersonCircle } from './person-circle.js';
import type { PersonSubject } from './person-data-source.js';
import { PersonSubjects } from './person-subjects.js';

type SeenBy = z.output<typeof seenBy>;

interface Row {
  occurred_at: Date;
  who: string | null;
  organisation_id: string | null;
  purpose: string;
  total: number;
}

const shown = 500;

/** Who has seen a person's data, when, for which organisation and why (security.md 22). */
@Injectable()
export class AccessLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly keepers: PersonSubjects,
    private readonly circle: PersonCircle,
    private readonly organisations: OrganisationNames,
  ) {}

  /** For a page: the newest entries. Looking is logged too. @throws DomainError platform/not-found | forbidden */
  page(actor: PersonActor, subject: PersonSubject): Promise<z.output<typeof accessLogPage>> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const keeper = this.keepers.of(subject.kind);
      const found = await keeper?.find(tx, subject.id);
      if (keeper === undefined || found === undefined) throw notFound();
      this.access.authorize(actor, keeper.actions?.see ?? 'read', keeper.policySubject, found.row);
      const { subjects } = await this.circle.of(tx, subject);
      const page = await this.read(tx, subjects, shown);
      await logPersonAccess(tx, { kind: subject.kind, ids: [subject.id] }, 'access-log');
      return page;
    });
  }

  /** The newest entries about some people. */
  async read(
    tx: Transaction,
    subjects: readonly PersonSubject[],
    most: number,
  ): Promise<z.output<typeof accessLogPage>> {
    const rows = await tx.query<Row>(
      `select a.occurred_at, coalesce(p.name, l.name) as who, a.organisation_id, a.purpose,
         count(*) over ()::int as total
       from access_log a
       left join person p on a.actor_kind = 'person' and p.id = a.actor_id
       left join link l on a.actor_kind = 'link' and l.alliance_id = a.alliance_id and l.id = a.actor_id
       where a.alliance_id = $1
         and (a.subject_kind, a.subject_id) in (select * from unnest($2::text[], $3::uuid[]))
       order by a.occurred_at desc, a.id desc limit $4`,
      [tx.allianceId, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id), most],
    );
    const ids = [...new Set(rows.flatMap((row) => row.organisation_id ?? []))];
    const names = await this.organisations.of(tx, ids);
    return { total: rows[0]?.total ?? 0, items: rows.map((row) => line(row, names)) };
  }
}

function line(row: Row, names: ReadonlyMap<string, string>): SeenBy {
  return {
    at: row.occurred_at.toISOString(),
    who: row.who,
    organisation: row.organisation_id === null ? null : (names.get(row.organisation_id) ?? null),
    purpose: row.purpose,
  };
}
