import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { remindersQuery } from '#libs/api-schema';
import {
  Access,
  defineList,
  type ListDefinition,
  type ListJson,
  listPage,
  type Transaction,
} from '#libs/platform';
import { DueItemSources } from './due-item-sources.js';

function utc(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Reminders as the page lists them, with the true state of each one's mail. */
@Injectable()
export class ListReminders {
  private list: ListDefinition | undefined;

  constructor(
    private readonly access: Access,
    private readonly sources: DueItemSources,
  ) {}

  /** One page of the reminders the actor may see, as JSON text. */
  page(tx: Transaction, query: z.infer<typeof remindersQuery>): Promise<ListJson> {
    this.list ??= this.define();
    const access = this.access.sql(tx.actor, 'read', 'Reminder', { alias: 'r', firstParam: 1 });
    return listPage(tx, this.list, query, access);
  }

  /** Defined once all modules have registered their kinds: the labels are part of the statement. */
  private define(): ListDefinition {
    const labels = this.sources
      .all()
      .map(({ kind, presents: { label } }) => `when ${literal(kind)} then ${literal(JSON.stringify(label))}`);
    const label = labels.length === 0 ? 'null' : `case r.kind ${labels.join(' ')} end`;
    return defineList({
      name: 'reminders',
      from: `reminder r left join platform_delivery d on d.alliance_id = r.alliance_id and d.id = r.delivery_id
        cross join (select $now as at) as present`,
      where: 'r.alliance_id = $alliance',
      id: 'r.id',
      json: {
        id: 'r.id',
        kind: 'r.kind',
        kindLabel: `coalesce((${label})::json, json_build_object('da', r.kind, 'en', r.kind))`,
        subject: `json_build_object('kind', r.subject_kind, 'id', r.subject_id)`,
        title: `json_build_object('da', r.title_da, 'en', r.title_en)`,
        detail: `case when r.detail_da is not null then json_build_object('da', r.detail_da, 'en', r.detail_en) end`,
        path: 'r.path',
        recipient: `json_build_object('name', r.recipient_name, 'email', r.recipient_email)`,
        dueAt: utc('r.due_at'),
        state: 'r.state',
        sendAt: utc('r.send_at'),
        snoozed: `coalesce(r.snoozed_until > present.at, false)`,
        code: 'coalesce(r.code, d.code)',
        settledAt: utc('r.settled_at'),
        closedAt: utc('r.closed_at'),
        closedAs: 'r.closed_as',
        deliveryId: 'r.delivery_id',
        version: 'r.version',
      },
      sorts: {
        due: { sql: 'r.due_at', type: 'timestamptz' },
        recipient: { sql: 'r.recipient_name', type: 'text' },
      },
      filters: {
        state: 'r.state = any ($value::text[])',
        kind: 'r.kind = any ($value::text[])',
        open: "(r.closed_at is null) = ($value = 'true')",
      },
      search: ['r.title_da', 'r.title_en', 'r.recipient_name'],
    });
  }
}
