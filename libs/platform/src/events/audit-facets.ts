import type { z } from 'zod';
import type { auditFacets } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import { AuditStatement } from './audit-narrowing.js';
import type { HistoryWalls } from './history-walls.js';
import { isOfType, readableTypes } from './readable-types.js';

const mostPeople = 500;

interface Row {
  types: string[];
  kinds: string[];
  people: { id: string; name: string }[];
}

/** What the actor can narrow the history to: one way through the seals. */
export async function readAuditFacets(
  tx: Transaction,
  walls: HistoryWalls,
): Promise<z.infer<typeof auditFacets>> {
  const statement = new AuditStatement(tx);
  const seen = walls.sql(tx.actor, (value) => statement.bind(value));
  const [row] = await tx.query<Row>(
    `with met as materialized (
       select s.type, s.subject_kind as kind, case when s.actor_kind = 'person' then s.actor_id end as actor_id
       from event_seal s where s.alliance_id = $1 and ${isOfType(readableTypes(tx.actor))} and ${seen}
       group by 1, 2, 3)
     select array(select distinct type from met order by 1) as types,
       array(select distinct kind from met order by 1) as kinds,
       coalesce((select json_agg(p order by p.name collate "da-x-icu") from (
         select p.id, p.name from person p where p.id in (select actor_id from met)
         order by p.name collate "da-x-icu" limit ${String(mostPeople)}) p), '[]') as people`,
    statement.parameters,
  );
  return row ?? { types: [], kinds: [], people: [] };
}
