import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type AllianceRole,
  contactOwnerRoles,
  type ErrorCode,
  type handOverPartners,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import {
  type Actor,
  Addresses,
  Mailer,
  type MailRecipient,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { holdPeople } from './members.js';
import { partnersHandedOverMail, partnersReceivedMail } from './hand-over.mails.js';

interface Partner {
  id: string;
  name: string;
}

interface Side extends MailRecipient {
  readonly id: string;
  readonly isDeactivated: boolean;
}

/** The most partners a mail names; the rest are behind its button. */
const mostNamed = 10;

/** Hands partners over from one contact owner to another, who both get to know. */
@Injectable()
export class HandOverPartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly addresses: Addresses,
  ) {}

  /**
   * @returns how many were handed over
   * @throws DomainError alliances/contact-owner-unknown, -contact-owner-role, -hand-over-to-oneself, -nothing-to-hand-over (also when one of
   *   the chosen partners has got another owner meanwhile: then none is handed over)
   */
  run(actor: Actor, given: z.output<typeof handOverPartners>): Promise<{ partners: number }> {
    const { fromId, toId, partnerIds } = given;
    if (fromId === toId) throw new DomainError<ErrorCode>('alliances/hand-over-to-oneself', {}, 'toId');
    return this.unitOfWork.actAs(actor, async (tx) => {
      await holdPeople(tx);
      await refuseAsOwner(tx, toId);
      const partners = await this.move(tx, fromId, toId, partnerIds === 'all' ? null : partnerIds);
      if (partners.length === 0 || (partnerIds !== 'all' && partners.length < new Set(partnerIds).size))
        throw new DomainError<ErrorCode>('alliances/nothing-to-hand-over');
      await this.tell(tx, fromId, toId, partners);
      return { partners: partners.length };
    });
  }

  /** Events, and a mail to each side. Also called when a single partner's owner is changed on its page. */
  async tell(
    tx: Transaction,
    fromId: string | null,
    toId: string,
    partners: readonly Partner[],
  ): Promise<void> {
    const eventId = await tx.append(
      'alliances.contact-owner-handed-over',
      { kind: 'person', id: toId },
      { partners: partners.length },
    );
    for (const { id, name } of partners)
      await tx.append('alliances.contact-owner-changed', { kind: 'partner', id }, { organisationName: name });
    if (fromId !== null) await this.mailBoth(tx, eventId, fromId, toId, partners);
  }

  private async mailBoth(
    tx: Transaction,
    eventId: string,
    fromId: string,
    toId: string,
    partners: readonly Partner[],
  ): Promise<void> {
    const [from, to] = [await sideOf(tx, fromId), await sideOf(tx, toId)];
    const [alliance] = await tx.query<{ name: string; slug: string }>(
      'select name, slug from alliance where id = $1',
      [tx.allianceId],
    );
    if (from === undefined || to === undefined || alliance === undefined) return;
    const home = this.addresses.of(`/a/${alliance.slug}/partnere`);
    const items = partners.slice(0, mostNamed).map(({ id, name }) => ({ title: name, url: `${home}/${id}` }));
    const byName = tx.actor.kind === 'system' ? alliance.name : tx.actor.name;
    const shared = { allianceName: alliance.name, byName, partners: partners.length, items };
    for (const [side, other, template] of [
      [to, from, partnersReceivedMail],
      [from, to, partnersHandedOverMail],
    ] as const)
      if (!side.isDeactivated)
        await this.mailer.queue(tx, {
          template,
          params: {
            ...shared,
            byFormer: tx.actor.kind === 'person' && tx.actor.personId === from.id,
            recipientName: side.name,
            otherName: other.name,
            url: `${home}?contactOwner=${to.id}`,
          },
          to: side,
          key: `hand-over:${eventId}:${side.id}`,
          about: { kind: 'person', id: side.id },
          senderName: alliance.name,
        });
  }

  /** Only partners that still are the former owner's. */
  private move(
    tx: Transaction,
    fromId: string,
    toId: string,
    partnerIds: readonly string[] | null,
  ): Promise<Partner[]> {
    return tx.query<Partner>(
      `with moved as (
         update membership set contact_owner_id = $3
         where alliance_id = $1 and contact_owner_id = $2 and ($4::uuid[] is null or organisation_id = any ($4))
         returning organisation_id)
       update organisation set version = version + 1
       where alliance_id = $1 and id in (select organisation_id from moved) returning id, name`,
      [tx.allianceId, fromId, toId, partnerIds],
    );
  }
}

async function sideOf(tx: Transaction, personId: string): Promise<Side | undefined> {
  const [side] = await tx.query<Side>(
    `select id, name, email::text as email, locale, deactivated_at is not null as "isDeactivated"
     from person where id = $1`,
    [personId],
  );
  return side;
}

/**
 * Only somebody whose role opens every partner looks after one.
 * @throws DomainError alliances/contact-owner-unknown unless the person takes part now, -contact-owner-role
 */
export async function refuseAsOwner(tx: Transaction, personId: string, field = 'toId'): Promise<void> {
  const held = await tx.query<{ name: string; role: AllianceRole }>(
    'select name, role from alliances_member where alliance_id = $1 and person_id = $2',
    [tx.allianceId, personId],
  );
  const [{ name } = { name: '' }] = held;
  if (held.length === 0) throw new DomainError<ErrorCode>('alliances/contact-owner-unknown', {}, field);
  if (!held.some(({ role }) => contactOwnerRoles.some((able) => able === role)))
    throw new DomainError<ErrorCode>('alliances/contact-owner-role', { name }, field);
}
