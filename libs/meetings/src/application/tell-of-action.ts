import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { tellOfAction } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { type LinkActor, Links, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { findAction } from './action-records.js';
import { subjectOf, whatOf } from './hand-over-action.js';
import { MarkAction } from './mark-action.js';

/** The holder of an action's link says that it is done, or writes how it is going. */
@Injectable()
export class TellOfAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: Links,
    private readonly marks: MarkAction,
  ) {}

  /** Done uses the link up; a note does not. @throws DomainError meetings/action-is-done, platform/link-spent */
  async run(actor: LinkActor, told: z.infer<typeof tellOfAction>): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const action = await findAction(tx, actor.subjectId);
      if (action === null) throw notFound();
      // First the locks: a note refers to the action, and two at once would wait for each other.
      if (told.do === 'done') {
        const { name, email } = actor;
        await this.marks.run(tx, action, { name, email, personId: null }, true);
        await this.links.spend(tx, actor.linkId);
      }
      if (told.note === '') return;
      await this.note(tx, actor, told.note);
      await tx.append('meetings.action-noted', subjectOf(action), whatOf(action));
    });
  }

  private async note(tx: Transaction, actor: LinkActor, text: string): Promise<void> {
    await tx.query(
      `insert into meeting_action_note (id, alliance_id, action_id, author_name, author_email, text, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), tx.allianceId, actor.subjectId, actor.name, actor.email, text, tx.now()],
    );
  }
}
