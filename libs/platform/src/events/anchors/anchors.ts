import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { anchors as anchorsSchema } from '#libs/api-schema';
import { CONFIG, type Config } from '../../config/config.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Mailer } from '../../delivery/mailer.js';
import { Files } from '../../files/files.js';
import { Addresses } from '../../identity/addresses.js';
import { INSTALLATION, systemActor } from '../../tenancy/actor.js';
import { anchorMail } from './anchor.mail.js';
import { type AnchorDocument, anchorFileName, digestOf, writeAnchor } from './anchor-document.js';
import { anchorFolder, keepAnchorFile } from './anchor-files.js';

/** Why an anchor is made. */
export type AnchorCause = 'daily' | 'demand';

interface AnchorRow {
  id: string;
  file_name: string;
  document: string;
  digest: Buffer;
}

interface ShownRow {
  id: string;
  anchored_at: Date;
  cause: AnchorCause;
  file_name: string;
  digest: Buffer;
  alliances: number;
  webhook_status: number | null;
  webhook_fault: string | null;
  mails: { state: string; count: number }[] | null;
}

/** Files that are missing are written for this many of the latest anchors: a process may die between row and file. */
const lookBack = 30;

/** Anchors: the heads of all chains, kept in the database, in files, and wherever else the setting says. */
@Injectable()
export class Anchors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly files: Files,
    private readonly addresses: Addresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes an anchor and writes its file.
   * @param id its id; asked again with the same id it makes no second one
   * @returns undefined when there is nothing to anchor yet
   */
  async make(id: string, cause: AnchorCause): Promise<AnchorRow | undefined> {
    const made = await this.unitOfWork.actAs(systemActor(INSTALLATION, 'anchor heads'), (tx) =>
      this.write(tx, id, cause),
    );
    await this.keepFiles();
    return made;
  }

  /** The latest anchors, newest first. */
  async list(tx: Transaction): Promise<z.infer<typeof anchorsSchema>['items']> {
    const rows = await tx.query<ShownRow>(
      `select a.id, a.anchored_at, a.cause, a.file_name, a.digest, a.webhook_status, a.webhook_fault,
         jsonb_array_length(a.document::jsonb -> 'heads') as alliances,
         (select jsonb_agg(jsonb_build_object('state', m.state, 'count', m.count))
          from (select state, count(*) from delivery d where d.alliance_id = $1 and d.about_kind = 'anchor'
                and d.about_id = a.id group by state) m) as mails
       from anchor a order by a.anchored_at desc limit 50`,
      [tx.allianceId],
    );
    return rows.map((row) => ({
      id: row.id,
      anchoredAt: row.anchored_at.toISOString(),
      cause: row.cause,
      fileName: row.file_name,
      digest: row.digest.toString('hex'),
      alliances: row.alliances,
      mails: row.mails ?? [],
      webhookStatus: row.webhook_status,
      webhookFault: row.webhook_fault,
    }));
  }

  private async write(tx: Transaction, id: string, cause: AnchorCause): Promise<AnchorRow | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('anchor', 0))`);
    const columns = 'id, file_name, document, digest';
    const [known] = await tx.query<AnchorRow>(`select ${columns} from anchor where id = $1`, [id]);
    if (known !== undefined) return known;
    const content = await this.compose(tx);
    if (content.heads.length === 0) return undefined;
    const text = writeAnchor(content);
    const digest = digestOf(text);
    const fileName = anchorFileName(tx.now(), id);
    await tx.query(
      `insert into anchor (id, anchored_at, cause, file_name, document, digest) values ($1, $2, $3, $4, $5, $6)`,
      [id, tx.now(), cause, fileName, text, Buffer.from(digest, 'hex')],
    );
    const alliances = content.heads.length;
    await tx.append('audit.heads-anchored', { kind: 'anchor', id }, { fileName, digest, alliances });
    await this.mail(tx, id, fileName, text);
    return { id, file_name: fileName, document: text, digest: Buffer.from(digest, 'hex') };
  }

  private async compose(tx: Transaction): Promise<AnchorDocument> {
    const [last] = await tx.query<{ digest: Buffer }>(
      'select digest from anchor order by anchored_at desc, id desc limit 1',
    );
    const heads = await tx.query<{ alliance_id: string; seq: string; hash: Buffer }>(
      'select alliance_id, seq, hash from rygrad_chain_heads() order by alliance_id',
    );
    return {
      rygrad: 'anchor',
      version: 1,
      installation: this.addresses.base,
      anchoredAt: tx.now().toISOString(),
      previous: last?.digest.toString('hex') ?? null,
      heads: heads.map(({ alliance_id, seq, hash }) => ({
        alliance: alliance_id,
        seq: Number(seq),
        hash: hash.toString('hex'),
      })),
    };
  }

  private async mail(tx: Transaction, id: string, name: string, text: string): Promise<void> {
    const [setting] = await tx.query<{ mail_to: string[] }>('select mail_to from anchor_setting');
    if (setting === undefined || setting.mail_to.length === 0) return;
    const { id: fileId } = await this.files.put(tx, {
      name,
      mediaType: 'application/json',
      bytes: Buffer.from(text),
    });
    const content = JSON.parse(text) as AnchorDocument;
    for (const email of setting.mail_to)
      await this.mailer.queue(tx, {
        template: anchorMail,
        params: {
          installation: content.installation,
          anchoredAt: content.anchoredAt,
          digest: digestOf(text),
          alliances: content.heads.length,
        },
        to: { name: email, email, locale: 'da' },
        key: `anchor:${id}:${email}`,
        about: { kind: 'anchor', id },
        attachments: [{ fileId }],
        automatic: true,
      });
  }

  private async keepFiles(): Promise<void> {
    const rows = await this.unitOfWork.readAs(systemActor(INSTALLATION, 'keep anchor files'), (tx) =>
      tx.query<AnchorRow>(
        `select id, file_name, document, digest from anchor order by anchored_at desc limit ${String(lookBack)}`,
      ),
    );
    for (const row of rows) await keepAnchorFile(anchorFolder(this.config), row.file_name, row.document);
  }
}
