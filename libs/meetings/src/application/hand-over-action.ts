import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { addDays, copenhagenDate, copenhagenInstant, DomainError, newId } from '#libs/kernel';
import { type Actor, type LinkHolder, Links, Mailer, type Transaction, UnitOfWork } from '#libs/platform';
import { ActionAccess } from './action-access.js';
import { actionLinkMail } from './action-link.mail.js';
import { type ActionDoer, findAction, type AgreedAction } from './action-records.js';
import { writtenDate } from './written-date.js';

/** Purpose of the links that open one action. */
export const actionLink = 'action';
const linkLastsDays = 60;

/**
 * Hands an action to somebody without an account, who gets a link to exactly that action. Its owner stays the one
 * responsible: what was promised has a name in the alliance.
 */
@Injectable()
export class HandOverAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ActionAccess,
    private readonly links: Links,
    private readonly mailer: Mailer,
  ) {}

  /** Whoever had it before loses their link. @throws DomainError meetings/not-your-action, meetings/action-is-done */
  async give(actor: Actor, actionId: string, to: LinkHolder): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      await this.access.findToMark(tx, actor, actionId);
      await this.links.revokeFor(tx, actionLink, actionId);
      await this.giveIn(tx, actionId, to, doerOf(actor));
    });
  }

  /** The owner does it after all: the link ends. @throws DomainError meetings/not-your-action */
  async takeBack(actor: Actor, actionId: string): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const action = await this.access.findToMark(tx, actor, actionId);
      await this.links.revokeFor(tx, actionLink, actionId);
      const gone = await tx.query(
        'delete from meeting_action_helper where alliance_id = $1 and action_id = $2 returning id',
        [tx.allianceId, actionId],
      );
      if (gone.length > 0) await tx.append('meetings.action-taken-back', subjectOf(action), whatOf(action));
    });
  }

  /**
   * Notes who has it now, and mails the link.
   * @param givenBy who hands it over; null when the same person gets a new link, and who gave it stays
   * @throws DomainError meetings/action-is-done
   */
  async giveIn(tx: Transaction, actionId: string, to: LinkHolder, givenBy: ActionDoer | null): Promise<void> {
    const action = await findAction(tx, actionId, true);
    if (action === null || action.isDone) throw new DomainError<ErrorCode>('meetings/action-is-done');
    const giver = givenBy ?? { name: action.ownerName, personId: action.ownerId, email: null };
    await tx.query(
      `insert into meeting_action_helper as h (id, alliance_id, action_id, name, email, locale, given_at,
         given_by_name, given_by_id, given_by_email)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (alliance_id, action_id) do update set name = excluded.name, email = excluded.email,
         locale = excluded.locale, given_at = excluded.given_at,
         given_by_name = case when $11 then excluded.given_by_name else h.given_by_name end,
         given_by_id = case when $11 then excluded.given_by_id else h.given_by_id end,
         given_by_email = case when $11 then excluded.given_by_email else h.given_by_email end`,
      [
        ...[newId(), tx.allianceId, actionId, to.name, to.email, to.locale, tx.now()],
        ...[giver.name, giver.personId, giver.email, givenBy !== null],
      ],
    );
    await this.mail(tx, action, to, givenBy?.name ?? null);
    if (givenBy !== null) await tx.append('meetings.action-handed-over', subjectOf(action), whatOf(action));
  }

  /** A fresh link to an action; its address is its only secret. */
  async link(tx: Transaction, actionId: string, dueOn: string, to: LinkHolder): Promise<string> {
    const today = copenhagenDate(tx.now());
    const lastDay = addDays(dueOn > today ? dueOn : today, linkLastsDays);
    const { url } = await this.links.issue(tx, {
      purpose: actionLink,
      subjectId: actionId,
      organisationId: null,
      to,
      expiresAt: copenhagenInstant(lastDay),
    });
    return url;
  }

  private async mail(
    tx: Transaction,
    action: AgreedAction,
    to: LinkHolder,
    givenBy: string | null,
  ): Promise<void> {
    const url = await this.link(tx, action.id, action.dueOn, to);
    const [more] = await tx.query<{ title: string; alliance: string }>(
      `select a.title, l.name as alliance from meeting_action a
       join alliances_alliance l on l.id = a.alliance_id where a.alliance_id = $1 and a.id = $2`,
      [tx.allianceId, action.id],
    );
    await this.mailer.queue(tx, {
      template: actionLinkMail,
      params: {
        allianceName: more?.alliance ?? '',
        title: more?.title ?? '',
        meetingTitle: action.meetingTitle,
        ownerName: action.ownerName,
        givenBy,
        dueOn: writtenDate(action.dueOn, to.locale),
        url,
      },
      to,
      key: `meeting-action-link:${newId()}`,
      about: { kind: 'meeting-action', id: action.id },
    });
  }
}

/** Whoever acts, as an action remembers them; null for the product itself. */
export function doerOf(actor: Actor): ActionDoer | null {
  switch (actor.kind) {
    case 'person':
      return { name: actor.name, personId: actor.personId, email: null };
    case 'link':
      return { name: actor.name, personId: null, email: actor.email };
    case 'system':
      return null;
  }
}

/** The action as the subject of an event. */
export function subjectOf(action: AgreedAction): { kind: string; id: string } {
  return { kind: 'meeting-action', id: action.id };
}

/** What events say of an action: never what it is about. */
export function whatOf(action: AgreedAction): { meetingId: string; meetingTitle: string; ownerName: string } {
  const { meetingId, meetingTitle, ownerName } = action;
  return { meetingId, meetingTitle, ownerName };
}
