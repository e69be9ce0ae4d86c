import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, ownAddresses } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MailRecipient } from '../delivery/mail-content.js';
import { Mailer } from '../delivery/mailer.js';
import type { PersonActor } from '../tenancy/actor.js';
import { addressChangedMail } from './address-proof.mails.js';
import { AddressProofs } from './address-proofs.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';

type Addresses = z.output<typeof ownAddresses>;

const mostAddresses = 10;

/** The addresses one person can be found by and sign in with. Each one is proved before it counts. */
@Injectable()
export class OwnAddresses {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: AddressProofs,
    private readonly people: People,
    private readonly mailer: Mailer,
    private readonly sessions: Sessions,
  ) {}

  /** A person's addresses, the primary one first. */
  async list(personId: string): Promise<Addresses> {
    const items = await this.database.query<{ email: string; isPrimary: boolean; verifiedAt: Date }>(
      `select a.email::text as email, a.email = p.email as "isPrimary", a.verified_at as "verifiedAt"
       from person_address a join person p on p.id = a.person_id
       where p.id = $1 order by a.email = p.email desc, a.email`,
      [personId],
    );
    return { items: items.map((item) => ({ ...item, verifiedAt: item.verifiedAt.toISOString() })) };
  }

  /** Mails a code to an address one wants to add. @throws DomainError platform/too-many-requests, -too-many-addresses */
  async ask(actor: PersonActor, email: string): Promise<void> {
    const { items } = await this.list(actor.personId);
    if (items.length >= mostAddresses)
      throw new DomainError<ErrorCode>('platform/too-many-addresses', { most: mostAddresses });
    const holder = await this.people.findKnownByEmail(email);
    const to = { name: holder?.name ?? actor.name, locale: holder?.locale ?? actor.locale };
    await this.proofs.ask(claimOf(actor, email), to, holder !== undefined && holder.id !== actor.personId);
  }

  /** Adds a proven address. @throws DomainError platform/code-wrong, also when somebody else has it meanwhile */
  async add(actor: PersonActor, email: string, code: string): Promise<void> {
    await this.proofs.spend(claimOf(actor, email), code);
    await this.change(actor, email, 'added', async (tx) => {
      const [kept] = await tx.query<{ person_id: string }>(
        `insert into person_address (email, person_id, verified_at) values ($1, $2, $3)
         on conflict (email) do update set email = person_address.email returning person_id`,
        [email, actor.personId, tx.now()],
      );
      if (kept?.person_id !== actor.personId)
        throw new DomainError<ErrorCode>('platform/code-wrong', {}, 'code');
      await tx.append('platform.address-added', { kind: 'person', id: actor.personId }, {});
    });
  }

  /** Makes a proven address the one that is written to. @throws DomainError platform/address-not-yours */
  async makePrimary(actor: PersonActor, email: string): Promise<void> {
    await this.change(actor, email, 'primary', async (tx) => {
      const changed = await tx.query(
        `update person set email = a.email from person_address a
         where person.id = $1 and a.person_id = person.id and a.email = $2 returning person.id`,
        [actor.personId, email],
      );
      if (changed.length === 0) throw new DomainError<ErrorCode>('platform/address-not-yours');
      await tx.append('platform.primary-address-changed', { kind: 'person', id: actor.personId }, {});
    });
  }

  /** Removes an address. @throws DomainError platform/address-is-primary, platform/address-not-yours */
  async remove(actor: PersonActor, email: string): Promise<void> {
    await this.change(actor, email, 'removed', async (tx) => {
      const [person] = await tx.query<{ isPrimary: boolean }>(
        'select email = $2::citext as "isPrimary" from person where id = $1',
        [actor.personId, email],
      );
      if (person?.isPrimary === true) throw new DomainError<ErrorCode>('platform/address-is-primary');
      const removed = await tx.query(
        'delete from person_address where person_id = $1 and email = $2 returning email',
        [actor.personId, email],
      );
      if (removed.length === 0) throw new DomainError<ErrorCode>('platform/address-not-yours');
      // A link that was mailed there a moment ago must not let anybody in.
      await tx.query('update sign_in set spent_at = $2 where person_id = $1 and spent_at is null', [
        actor.personId,
        tx.now(),
      ]);
      await tx.append('platform.address-removed', { kind: 'person', id: actor.personId }, {});
    });
  }

  /** One change, and a mail about it to the address that was the primary one before. */
  private async change(
    actor: PersonActor,
    address: string,
    change: 'added' | 'removed' | 'primary',
    work: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      // One change at a time, by a statement of its own: the next one sees what the one before left.
      const [before] = await tx.query<MailRecipient>(
        'select name, email::text, locale from person where id = $1 for update',
        [actor.personId],
      );
      await work(tx);
      await this.mailer.queue(tx, {
        template: addressChangedMail,
        params: { change, address },
        to: before ?? actor,
        key: `address-changed:${newId()}`,
        about: { kind: 'person', id: actor.personId },
      });
    });
    this.sessions.changed(actor.personId);
  }
}

function claimOf(actor: PersonActor, email: string) {
  return { purpose: 'add-address', subjectId: actor.personId, email } as const;
}
