import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import { notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';

/** A file kept in the database, in its alliance. */
export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/** Files of an alliance: contracts, imports. They never change once put. */
@Injectable()
export class Files {
  /** Keeps a file. @returns its id and SHA-256 as hex */
  async put(
    tx: Transaction,
    file: { name: string; mediaType: string; bytes: Uint8Array },
  ): Promise<{ id: string; sha256: string }> {
    const id = newId();
    const sha256 = createHash('sha256').update(file.bytes).digest();
    await tx.query(
      `insert into file (id, alliance_id, name, media_type, sha256, size, bytes, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        tx.allianceId,
        file.name,
        file.mediaType,
        sha256,
        file.bytes.byteLength,
        Buffer.from(file.bytes),
        tx.now(),
      ],
    );
    return { id, sha256: sha256.toString('hex') };
  }

  /** Lets go of what a file holds, when it turns out that it must not be kept; that it was there stays. */
  async empty(tx: Transaction, id: string): Promise<void> {
    await tx.query(`update file set bytes = '', size = 0 where alliance_id = $1 and id = $2`, [
      tx.allianceId,
      id,
    ]);
  }

  /** @throws DomainError platform/not-found */
  async get(tx: Transaction, id: string): Promise<StoredFile> {
    const [row] = await tx.query<StoredFile>(
      `select name, media_type as "mediaType", bytes, sha256 from file where alliance_id = $1 and id = $2`,
      [tx.allianceId, id],
    );
    if (row === undefined) throw notFound();
    return row;
  }
}
