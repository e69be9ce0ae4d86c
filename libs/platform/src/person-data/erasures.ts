import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { erasureList, PersonSubjectKind } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import type { PersonSubject } from './person-data-source.js';

/** Why somebody was erased. */
export type ErasureReason = 'asked' | 'retention';

/** An erasure as it is remembered: ids only, so that it may be kept for as long as there are backups. */
export interface Erasure {
  readonly id: string;
  readonly allianceId: string;
  readonly subject: PersonSubject;
  readonly reason: ErasureReason;
  readonly askedAt: Date;
  readonly isDone: boolean;
}

interface Row {
  id: string;
  alliance_id: string;
  subject_kind: PersonSubjectKind;
  subject_id: string;
  reason: ErasureReason;
  asked_at: Date;
  done_at: Date | null;
}

const columns = 'id, alliance_id, subject_kind, subject_id, reason, asked_at, done_at';
const shown = 200;

function erasureOf(row: Row): Erasure {
  return {
    id: row.id,
    allianceId: row.alliance_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    reason: row.reason,
    askedAt: row.asked_at,
    isDone: row.done_at !== null,
  };
}

/** The list of erasures of an alliance (or, for accounts, of the installation). */
@Injectable()
export class Erasures {
  /** Notes that somebody is to be erased; asked twice it is one erasure. */
  async note(
    tx: Transaction,
    subject: PersonSubject,
    given: { reason: ErasureReason; askedBy?: string; id?: string; askedAt?: Date },
  ): Promise<Erasure> {
    await tx.query(
      `insert into erasure (id, alliance_id, subject_kind, subject_id, reason, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [
        given.id ?? newId(),
        tx.allianceId,
        subject.kind,
        subject.id,
        given.reason,
        given.askedBy ?? null,
        given.askedAt ?? tx.now(),
      ],
    );
    const [row] = await tx.query<Row>(
      `select ${columns} from erasure where alliance_id = $1 and subject_kind = $2 and subject_id = $3`,
      [tx.allianceId, subject.kind, subject.id],
    );
    if (row === undefined) throw new Error('An erasure was neither made nor found');
    return erasureOf(row);
  }

  /** One erasure, held until the unit of work is over. */
  async hold(tx: Transaction, id: string): Promise<Erasure | undefined> {
    const [row] = await tx.query<Row>(
      `select ${columns} from erasure where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, id],
    );
    return row && erasureOf(row);
  }

  /** Notes that it was carried out, and what went. */
  async finish(
    tx: Transaction,
    id: string,
    counts: readonly { readonly table: string; readonly rows: number }[],
    { again }: { readonly again: boolean },
  ): Promise<void> {
    await tx.query(
      `update erasure set done_at = coalesce(done_at, $3),
         counts = case when $5 then counts else $4::jsonb end, replayed_at = case when $5 then $3 else replayed_at end
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, tx.now(), JSON.stringify(counts), again],
    );
  }

  /** All that were carried out, for the replay after a restore. */
  async done(tx: Transaction): Promise<Erasure[]> {
    const rows = await tx.query<Row>(
      `select ${columns} from erasure where alliance_id = $1 and done_at is not null order by asked_at, id`,
      [tx.allianceId],
    );
    return rows.map(erasureOf);
  }

  /** For a page: newest first, without names. */
  async list(tx: Transaction): Promise<z.output<typeof erasureList>> {
    const rows = await tx.query<Row & { replayed_at: Date | null; rows: number; total: number }>(
      `select ${columns}, replayed_at, count(*) over ()::int as total,
         coalesce((select sum((c ->> 'rows')::int) from jsonb_array_elements(counts) c), 0)::int as rows
       from erasure where alliance_id = $1 order by asked_at desc, id limit ${String(shown)}`,
      [tx.allianceId],
    );
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map((row) => ({
        id: row.id,
        kind: row.subject_kind,
        reason: row.reason,
        askedAt: row.asked_at.toISOString(),
        doneAt: row.done_at?.toISOString() ?? null,
        replayedAt: row.replayed_at?.toISOString() ?? null,
        rows: row.rows,
      })),
    };
  }
}
