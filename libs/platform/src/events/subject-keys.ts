import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import type { PersonSubject } from '../person-data/person-data-source.js';
import { KeyRing } from '../secrets/key-ring.js';
import { SealedColumns } from '../secrets/sealed-columns.js';

interface KeyRow {
  readonly id: string;
  readonly sealed: Buffer | null;
}

/** What an event says of a person: one short text per name. */
export type PersonalValues = Readonly<Record<string, string>>;

function eventContext(eventId: string): string {
  return `event.personal:${eventId}`;
}

function keyContext(id: string): string {
  return `subject_key.sealed:${id}`;
}

/** One key per person for what the event log says of them. Without the key those words are gone, and the chain holds. */
@Injectable()
export class SubjectKeys {
  constructor(
    private readonly keyRing: KeyRing,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.register({
      table: 'subject_key',
      id: 'id',
      column: 'sealed',
      context: (row) => keyContext(String(row['id'])),
    });
  }

  /**
   * Closes what an event says of a person. Undefined when the person was erased: nothing is said of them any more.
   * Waits for an erasure that is under way, and makes one wait for this.
   */
  async close(
    tx: Transaction,
    subject: PersonSubject,
    eventId: string,
    values: PersonalValues,
  ): Promise<Buffer | undefined> {
    const key = (await this.read(tx, subject, 'for share')) ?? (await this.make(tx, subject));
    if (key === null) return undefined;
    return new KeyRing([key]).seal(JSON.stringify(values), eventContext(eventId));
  }

  /** Opens what events say of one person; events whose words are gone are not in the answer. */
  async open(
    tx: Transaction,
    subject: PersonSubject,
    events: readonly { readonly id: string; readonly personal: Buffer | null }[],
  ): Promise<Map<string, PersonalValues>> {
    const key = await this.read(tx, subject, '');
    const opened = new Map<string, PersonalValues>();
    if (!key) return opened;
    const ring = new KeyRing([key]);
    for (const { id, personal } of events)
      if (personal !== null)
        opened.set(id, JSON.parse(ring.open(personal, eventContext(id)).toString('utf8')) as PersonalValues);
    return opened;
  }

  /** Destroys a person's key, for good: none will be made for them again. @returns 1 when there was one */
  async destroy(tx: Transaction, subject: PersonSubject): Promise<number> {
    const [before] = await tx.query<KeyRow>(
      `select id, sealed from subject_key where alliance_id = $1 and subject_kind = $2 and subject_id = $3 for update`,
      [tx.allianceId, subject.kind, subject.id],
    );
    await tx.query(
      `insert into subject_key (id, alliance_id, subject_kind, subject_id, sealed, created_at, destroyed_at)
       values ($1, $2, $3, $4, null, $5, $5)
       on conflict (alliance_id, subject_kind, subject_id)
         do update set sealed = null, destroyed_at = coalesce(subject_key.destroyed_at, excluded.destroyed_at)`,
      [newId(), tx.allianceId, subject.kind, subject.id, tx.now()],
    );
    return before === undefined || before.sealed === null ? 0 : 1;
  }

  /** The key; null when it was destroyed; undefined when there never was one. */
  private async read(
    tx: Transaction,
    subject: PersonSubject,
    lock: 'for share' | '',
  ): Promise<Buffer | null | undefined> {
    const [row] = await tx.query<KeyRow>(
      `select id, sealed from subject_key where alliance_id = $1 and subject_kind = $2 and subject_id = $3 ${lock}`,
      [tx.allianceId, subject.kind, subject.id],
    );
    if (row === undefined) return undefined;
    return row.sealed === null ? null : this.keyRing.open(row.sealed, keyContext(row.id));
  }

  private async make(tx: Transaction, subject: PersonSubject): Promise<Buffer | null> {
    const id = newId();
    await tx.query(
      `insert into subject_key (id, alliance_id, subject_kind, subject_id, sealed, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (alliance_id, subject_kind, subject_id) do nothing`,
      [
        id,
        tx.allianceId,
        subject.kind,
        subject.id,
        this.keyRing.seal(randomBytes(32), keyContext(id)),
        tx.now(),
      ],
    );
    const made = await this.read(tx, subject, 'for share');
    if (made === undefined) throw new Error('A key was neither made nor found');
    return made;
  }
}
