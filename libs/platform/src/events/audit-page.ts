import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type auditQuery, mostCounted } from '#libs/api-schema';
import { Access } from '../access/access.js';
import { logPersonAccess } from '../access/access-log.js';
import type { Transaction } from '../database/transaction.js';
import { PersonSubjects } from '../person-data/person-subjects.js';
import { decodeCursor, encodeCursor } from '../read-model/cursor.js';
import type { ListJson } from '../read-model/list.js';
import { actorJoins, actorName } from './actor-name.js';
import { type AuditNarrowing, AuditStatement, auditWhere } from './audit-narrowing.js';
import { HistoryNames } from './history-names.js';
import { HistoryWalls } from './history-walls.js';
import { personKinds } from './readable-types.js';

const item = (tokenName: string, subjectName: string): string => `json_build_object(
  'seq', picked.seq, 'id', e.id, 'type', e.type,
  'occurredAt', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actorKind', e.actor_kind, 'actorId', e.actor_id, 'actorName', ${actorName},
  'token', case when e.token_id is not null then json_build_object('name', (${tokenName})) end,
  'subject', json_build_object('kind', e.subject_kind, 'id', e.subject_id),
  'subjectName', (${subjectName}),
  'payload', e.payload)`;

interface Row {
  items: string;
  total: string;
  last: [number, string] | null;
}

/** Is it the history of somebody whose data is only read with an entry in the log of access? */
export function isAboutPerson({ subject }: Pick<AuditNarrowing, 'subject'>): boolean {
  return personKinds.some((kind) => subject?.startsWith(`${kind}:`) === true);
}

/** The event log as a history to read, a page at a time: only what the reader may see. */
@Injectable()
export class AuditPage {
  constructor(
    private readonly access: Access,
    private readonly people: PersonSubjects,
    private readonly names: HistoryNames,
    private readonly walls: HistoryWalls,
  ) {}

  /** One page. What happened to a young person is there for whoever may read that person, and is noted as read. */
  async read(
    tx: Transaction,
    { limit, after, sort, ...asked }: z.output<typeof auditQuery>,
  ): Promise<ListJson> {
    if (isAboutPerson(asked) && !(await this.mayReadPerson(tx, asked)))
      return '{"items":[],"total":0,"next":null}' as ListJson;
    const statement = new AuditStatement(tx);
    const where = auditWhere(tx, this.walls, asked, statement);
    const [sign, direction] = sort === 'seq' ? ['>', 'asc'] : ['<', 'desc'];
    const from = after === undefined ? undefined : decodeCursor(sort, after)[0];
    const beyond = from === undefined ? '' : `and s.seq ${sign} ${statement.bind(from)}::bigint`;
    const token = this.access.sql(tx.actor, 'read', 'ApiToken', {
      alias: 't',
      firstParam: statement.parameters.length + 1,
    });
    statement.parameters.push(...token.params);
    const tokenName = `select t.name from api_token t where t.alliance_id = $1 and t.id = e.token_id and ${token.sql}`;
    // The first page comes from the same way through the seals as the total.
    const source =
      beyond === ''
        ? 'select m.seq, m.event_id from matching m order by m.seq'
        : `select s.seq, s.event_id from event_seal s where ${where} ${beyond} order by s.seq`;
    const [row] = await tx.query<Row>(
      `with matching as materialized (
         select s.seq, s.event_id from event_seal s where ${where}
         order by s.seq ${direction} limit ${String(mostCounted + 1)}),
       picked as (
         select n.seq, n.event_id, row_number() over (order by n.seq ${direction}) as n
         from (${source} ${direction} limit ${String(limit + 1)}) n),
       shown as (
         select picked.n, ${item(tokenName, this.names.sql())} as item
         from picked join event e on e.id = picked.event_id and e.alliance_id = $1 ${actorJoins}
         where picked.n <= ${String(limit)})
       select coalesce((select json_agg(item order by n) from shown), '[]')::text as items,
         (select count(*) from matching)::text as total,
         (select json_build_array(seq, event_id) from picked where n = ${String(limit)}
            and exists (select from picked where n > ${String(limit)})) as last`,
      statement.parameters,
    );
    const next = row?.last ? encodeCursor(sort, row.last) : null;
    return `{"items":${row?.items ?? '[]'},"total":${row?.total ?? '0'},"next":${JSON.stringify(next)}}` as ListJson;
  }

  private async mayReadPerson(tx: Transaction, { subject }: AuditNarrowing): Promise<boolean> {
    const kind = personKinds.find((one) => subject?.startsWith(`${one}:`));
    const keeper = kind === undefined ? undefined : this.people.of(kind);
    const id = subject?.split(':')[1];
    if (keeper === undefined || id === undefined) return false;
    const found = await keeper.find(tx, id);
    if (found === undefined) return false;
    if (!this.access.allows(tx.actor, keeper.actions?.see ?? 'read', keeper.policySubject, found.row))
      return false;
    await logPersonAccess(tx, { kind: keeper.kind, ids: [id] }, 'history');
    return true;
  }
}
