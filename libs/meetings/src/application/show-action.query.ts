import { Injectable } from '@nestjs/common';
import type { ActionHandOver } from '#libs/api-schema';
import { type LinkActor, notFound, type PersonActor, type Transaction, UnitOfWork } from '#libs/platform';
import { ActionAccess } from './action-access.js';

/** What the page behind an action's link shows. */
export interface ActionView {
  readonly allianceName: string;
  readonly title: string;
  readonly meetingTitle: string;
  readonly ownerName: string;
  readonly dueOn: string;
  readonly isDone: boolean;
  readonly doneByName: string | null;
  readonly notes: readonly ActionNote[];
}

/** What somebody wrote about an action. */
export interface ActionNote {
  readonly authorName: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** One action, for the holder of its link and for those who follow it. */
@Injectable()
export class ShowAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ActionAccess,
  ) {}

  /** Behind a link. @throws DomainError platform/not-found */
  async behindLink(actor: LinkActor): Promise<ActionView> {
    return this.work.readAs(actor, async (tx) => {
      const [found] = await tx.query<Omit<ActionView, 'notes'>>(
        `select l.name as "allianceName", a.title, m.title as "meetingTitle", a.owner_name as "ownerName",
           to_char(a.due_on, 'YYYY-MM-DD') as "dueOn", a.done_at is not null as "isDone",
           a.done_by_name as "doneByName"
         from meeting_action a
         join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
         join alliances_alliance l on l.id = a.alliance_id
         where a.alliance_id = $1 and a.id = $2`,
        [tx.allianceId, actor.subjectId],
      );
      if (found === undefined) throw notFound();
      return { ...found, notes: await notesOf(tx, actor.subjectId) };
    });
  }

  /** For the group: whom it was handed to, and what was written. @throws DomainError platform/not-found */
  async handOver(actor: PersonActor, actionId: string): Promise<ActionHandOver> {
    return this.work.readAs(actor, async (tx) => {
      const { canMark } = await this.access.find(tx, actor, actionId);
      const [helper] = await tx.query<{ name: string; email: string; givenByName: string; givenAt: Date }>(
        `select name, email::text, given_by_name as "givenByName", given_at as "givenAt"
         from meeting_action_helper where alliance_id = $1 and action_id = $2`,
        [tx.allianceId, actionId],
      );
      const notes = await notesOf(tx, actionId);
      return {
        helper:
          helper === undefined
            ? null
            : {
                ...helper,
                email: canMark ? helper.email : null,
                givenAt: helper.givenAt.toISOString(),
              },
        notes: notes.map((note) => ({ ...note, writtenAt: note.writtenAt.toISOString() })),
        canHandOver: canMark,
      };
    });
  }
}

function notesOf(tx: Transaction, actionId: string): Promise<ActionNote[]> {
  return tx.query<ActionNote>(
    `select author_name as "authorName", text, created_at as "writtenAt" from meeting_action_note
     where alliance_id = $1 and action_id = $2 order by id`,
    [tx.allianceId, actionId],
  );
}
