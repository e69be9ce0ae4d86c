import type { z } from 'zod';
import type { auditExportQuery } from '#libs/api-schema';
import { addDays, copenhagenInstant } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import type { HistoryWalls } from './history-walls.js';
import { isOfType, personKinds, readableTypes } from './readable-types.js';

/** What of the history is asked for. */
export type AuditNarrowing = z.output<typeof auditExportQuery>;

/** A statement in the making: `$1` is the alliance. */
export class AuditStatement {
  readonly parameters: unknown[];

  constructor(tx: Transaction) {
    this.parameters = [tx.allianceId];
  }

  /** @returns the placeholder of a value */
  bind(value: unknown): string {
    return `$${String(this.parameters.push(value))}`;
  }
}

/**
 * The rows of `event_seal s` that are asked for and that the actor may read. Nothing but these narrow rows is looked
 * through; the words are compared byte by byte, for no index on words helps behind row-level security (`like` is not
 * leakproof).
 */
export function auditWhere(
  tx: Transaction,
  walls: HistoryWalls,
  asked: AuditNarrowing,
  statement: AuditStatement,
): string {
  const [kind, subjectId] = asked.subject?.split(':') ?? [asked.kind];
  const person = personKinds.find((one) => one === kind);
  const types = readableTypes(tx.actor, subjectId === undefined ? undefined : person);
  const bind = (value: unknown): string => statement.bind(value);
  const conditions = [
    's.alliance_id = $1',
    isOfType(asked.type === undefined ? types : types.filter((type) => asked.type?.includes(type))),
    walls.sql(tx.actor, bind),
  ];
  if (asked.from !== undefined) conditions.push(`s.occurred_at >= ${bind(copenhagenInstant(asked.from))}`);
  if (asked.to !== undefined)
    conditions.push(`s.occurred_at < ${bind(copenhagenInstant(addDays(asked.to, 1)))}`);
  if (asked.actorId !== undefined)
    conditions.push(`s.actor_kind = 'person' and s.actor_id = ${bind(asked.actorId)}`);
  if (kind !== undefined) conditions.push(`s.subject_kind = ${bind(kind)}`);
  if (subjectId !== undefined) conditions.push(`s.subject_id = ${bind(subjectId)}::uuid`);
  if (asked.q !== undefined && asked.q !== '') conditions.push(withWords(bind(pattern(asked.q))));
  return conditions.join(' and ');
}

function pattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** What the event says, or the present name of who did it. The sub-selects are worked out once. */
function withWords(words: string): string {
  return `(s.words like (select lower(${words}::text collate "da-x-icu") collate "C")
    or s.actor_kind = 'person' and s.actor_id = any (array(select p.id from person p where p.name ilike ${words}))
    or s.actor_kind = 'link' and s.actor_id = any (array(
      select l.id from link l where l.alliance_id = $1 and l.name ilike ${words})))`;
}
