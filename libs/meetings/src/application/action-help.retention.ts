import { Injectable } from '@nestjs/common';
import { Links, type RetentionRule, type Transaction } from '#libs/platform';
import { actionLink } from './hand-over-action.js';

/** Who helped with an action without an account, and what they wrote: when the action has long been done. */
@Injectable()
export class ActionHelpRetention implements RetentionRule {
  readonly name = 'meetings.action-help';
  readonly explains = {
    da: 'Navn, mail og noter fra dem, der har hjulpet med en handling uden at have en konto. Tiden regnes fra den dag, handlingen blev meldt udført. Handlingen selv bliver, og at den er udført.',
    en: 'Name, mail and notes of those who helped with an action without an account. The time counts from the day the action was reported done. The action itself stays, and that it was done.',
  };
  readonly defaultMonths = 24;
  readonly shortestMonths = 3;
  readonly longestMonths = 60;

  constructor(private readonly links: Links) {}

  /** Counted in actions. Nobody with an account is known to have done it: then the name goes, too. */
  async apply(tx: Transaction, before: Date): Promise<{ rows: number }> {
    const actions = await tx.query<{ id: string }>(
      `select a.id from meeting_action a
       where a.alliance_id = $1 and a.done_at < $2 and (a.done_by_email is not null
         or a.done_by_id is null and a.done_by_name <> 'Slettet person'
         or exists (select from meeting_action_note n where n.alliance_id = a.alliance_id and n.action_id = a.id)
         or exists (select from meeting_action_helper h where h.alliance_id = a.alliance_id and h.action_id = a.id))
       order by a.id for update`,
      [tx.allianceId, before],
    );
    const ids = actions.map(({ id }) => id);
    for (const table of ['meeting_action_note', 'meeting_action_helper'])
      await tx.query(`delete from ${table} where alliance_id = $1 and action_id = any ($2)`, [
        tx.allianceId,
        ids,
      ]);
    await tx.query(
      `update meeting_action set done_by_name = 'Slettet person', done_by_email = null
       where alliance_id = $1 and id = any ($2) and done_by_id is null`,
      [tx.allianceId, ids],
    );
    await this.links.forget(tx, actionLink, ids);
    return { rows: ids.length };
  }
}
