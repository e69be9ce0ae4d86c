import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, notFound, type Actor, type Transaction } from '#libs/platform';
import { findAction, type AgreedAction } from './action-records.js';
import { MeetingAccess } from './meeting-access.js';

/** Who has to do with an action: its owner, the chair and the secretariat mark it; the rest of the group looks on. */
@Injectable()
export class ActionAccess {
  constructor(
    private readonly allowed: Access,
    private readonly meetings: MeetingAccess,
  ) {}

  /** The action, for whoever may mark it. @throws DomainError platform/not-found, meetings/not-your-action */
  async findToMark(tx: Transaction, actor: Actor, actionId: string): Promise<AgreedAction> {
    const { action, canMark } = await this.find(tx, actor, actionId);
    if (!canMark) throw new DomainError<ErrorCode>('meetings/not-your-action');
    return action;
  }

  /** The action, for whoever may see it. @throws DomainError platform/not-found */
  async find(
    tx: Transaction,
    actor: Actor,
    actionId: string,
  ): Promise<{ action: AgreedAction; canMark: boolean }> {
    this.meetings.person(actor);
    const action = await findAction(tx, actionId);
    if (action === null) throw notFound();
    if (this.allowed.allows(actor, 'mark', 'MeetingAction', { owner_id: action.ownerId }))
      return { action, canMark: true };
    const meeting = await this.meetings.find(tx, action.meetingId);
    return { action, canMark: meeting.you.chair };
  }
}
