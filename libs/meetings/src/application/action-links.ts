import { Injectable } from '@nestjs/common';
import type {
  LinkedThing,
  LinkHolder,
  LinkPurpose,
  LinkReason,
  StoredLink,
  Transaction,
} from '#libs/platform';
import { actionLink, doerOf, HandOverAction } from './hand-over-action.js';

/** Tells the platform of the links by which somebody without an account reports on one action. */
@Injectable()
export class ActionLinks implements LinkPurpose {
  readonly purpose = actionLink;
  readonly label = { da: 'Meld handlingen udført', en: 'Report the action done' };
  readonly about = 'meeting-action';
  readonly passOnHint = {
    da: 'Den, du giver det videre til, ser handlingen og det, der er skrevet om den, og kan melde den udført.',
    en: 'Whoever you pass it on to sees the action and what was written about it, and can report it done.',
  };

  constructor(private readonly handOver: HandOverAction) {}

  async describe(tx: Transaction, subjectIds: readonly string[]): Promise<Map<string, LinkedThing>> {
    const rows = await tx.query<{ id: string; title: string; meeting: string }>(
      `select a.id, a.title, m.title as meeting from meeting_action a
       join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
       where a.alliance_id = $1 and a.id = any ($2)`,
      [tx.allianceId, subjectIds],
    );
    return new Map(
      rows.map(({ id, title, meeting }) => [
        id,
        {
          kind: this.about,
          id,
          title: { da: `${title} (${meeting})`, en: `${title} (${meeting})` },
          path: 'moeder/handlinger',
        },
      ]),
    );
  }

  /** @throws DomainError meetings/action-is-done */
  async send(tx: Transaction, link: StoredLink, to: LinkHolder, reason: LinkReason): Promise<void> {
    await this.handOver.giveIn(tx, link.subjectId, to, reason.kind === 'again' ? null : doerOf(tx.actor));
  }
}
