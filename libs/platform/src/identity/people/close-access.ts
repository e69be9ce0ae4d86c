import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Sessions } from '../sessions.js';

interface PersonRow {
  is_admin: boolean;
  deactivated_at: Date | null;
  merged_into: string | null;
}

/**
 * Closes a person's access at once, everywhere: sessions, sockets, mailed sign-in links and links to single things
 * that were sent to one of their addresses. What they have done and are responsible for stays.
 */
@Injectable()
export class CloseAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError platform/not-found, -not-yourself, -last-administrator, -person-deactivated, -person-merged */
  async close(actor: PersonActor, personId: string): Promise<void> {
    if (personId === actor.personId) throw new DomainError<ErrorCode>('platform/not-yourself');
    await this.unitOfWork.actAs(actor, async (tx) => {
      const person = await hold(tx, personId);
      if (person.deactivated_at !== null) throw new DomainError<ErrorCode>('platform/person-deactivated');
      await tx.query('update person set deactivated_at = $2 where id = $1', [personId, tx.now()]);
      await refuseNoAdministrator(tx);
      await tx.query('update session set ended_at = $2 where person_id = $1 and ended_at is null', [
        personId,
        tx.now(),
      ]);
      await tx.query('update sign_in set spent_at = $2 where person_id = $1 and spent_at is null', [
        personId,
        tx.now(),
      ]);
      const [links] = await tx.query<{ revoked: number }>(
        'select rygrad_revoke_links_of_person($1, $2) as revoked',
        [personId, tx.now()],
      );
      const subject = { kind: 'person', id: personId };
      await tx.append('platform.person-deactivated', subject, { revokedLinks: links?.revoked ?? 0 });
    });
    this.sessions.changed(personId);
  }

  /** Opens it again; roles are as they were. @throws DomainError platform/not-found, -person-not-deactivated, -person-merged */
  async open(actor: PersonActor, personId: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const person = await hold(tx, personId);
      if (person.deactivated_at === null) throw new DomainError<ErrorCode>('platform/person-not-deactivated');
      await tx.query('update person set deactivated_at = null where id = $1', [personId]);
      await tx.append('platform.person-reactivated', { kind: 'person', id: personId }, {});
    });
    this.sessions.changed(personId);
  }

  /** @throws DomainError platform/not-found, -not-yourself, -last-administrator, -person-deactivated, -person-merged */
  async setAdministrator(actor: PersonActor, personId: string, isAdmin: boolean): Promise<void> {
    if (personId === actor.personId) throw new DomainError<ErrorCode>('platform/not-yourself');
    await this.unitOfWork.actAs(actor, async (tx) => {
      const person = await hold(tx, personId);
      if (person.is_admin === isAdmin) return;
      if (person.deactivated_at !== null) throw new DomainError<ErrorCode>('platform/person-deactivated');
      await tx.query('update person set is_admin = $2 where id = $1', [personId, isAdmin]);
      await refuseNoAdministrator(tx);
      const type = isAdmin ? 'platform.administrator-appointed' : 'platform.administrator-dismissed';
      await tx.append(type, { kind: 'person', id: personId }, {});
    });
    this.sessions.changed(personId);
  }
}

/** Holds all administrators first, always in the same order, so that two who close each other's access do not both succeed. */
async function hold(tx: Transaction, personId: string): Promise<PersonRow> {
  await tx.query('select id from person where is_admin or id = $1 order by id for update', [personId]);
  const [person] = await tx.query<PersonRow>(
    'select is_admin, deactivated_at, merged_into from person where id = $1',
    [personId],
  );
  if (person === undefined) throw notFound();
  if (person.merged_into !== null) throw new DomainError<ErrorCode>('platform/person-merged');
  return person;
}

async function refuseNoAdministrator(tx: Transaction): Promise<void> {
  const left = await tx.query('select id from person where is_admin and deactivated_at is null limit 1');
  if (left.length === 0) throw new DomainError<ErrorCode>('platform/last-administrator');
}
