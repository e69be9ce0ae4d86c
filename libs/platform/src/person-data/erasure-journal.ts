import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { personSubjectKinds } from '#libs/api-schema';
import { CONFIG, type Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { systemActor } from '../tenancy/actor.js';
import { Erasures } from './erasures.js';

/** The queue of erasures that are to be written down outside the database. */
export const journalQueue = 'person-data.journal';

const entry = z.object({
  id: z.uuid(),
  allianceId: z.guid(),
  kind: z.enum(personSubjectKinds),
  subjectId: z.uuid(),
  reason: z.enum(['asked', 'retention']),
  askedAt: z.iso.datetime(),
});

/** One erasure as it stands outside the database: ids, no person data. */
export type JournalEntry = z.output<typeof entry>;

/** The file of erasures in an installation's data folder. */
export function journalFile(config: Pick<Config, 'DATA_DIR'>): string {
  return join(config.DATA_DIR, 'erasures.jsonl');
}

/** The entries of a journal; lines that are none (the end of a torn write) are left out. A file that is not there is empty. */
export async function readJournal(file: string): Promise<JournalEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const entries = text.split('\n').flatMap((line) => {
    try {
      return entry.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return [];
    }
  });
  return [...new Map(entries.map((each) => [each.id, each])).values()];
}

/**
 * Writes every erasure into a file beside the database: a backup that is restored does not know of the erasures after
 * it, the file does (security.md 24).
 */
@Injectable()
export class ErasureJournal implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly erasures: Erasures,
  ) {}

  onModuleInit(): void {
    this.registry.handle(
      journalQueue,
      ({ allianceId, erasureId }) => this.write(String(allianceId), String(erasureId)),
      { concurrency: 1, maxAttempts: 20 },
    );
  }

  private async write(allianceId: string, erasureId: string): Promise<void> {
    const erasure = await this.unitOfWork.actAs(systemActor(allianceId, 'write down an erasure'), (tx) =>
      this.erasures.hold(tx, erasureId),
    );
    if (erasure === undefined) return;
    const { id, subject, reason, askedAt } = erasure;
    const line: JournalEntry = {
      id,
      allianceId,
      kind: subject.kind,
      subjectId: subject.id,
      reason,
      askedAt: askedAt.toISOString(),
    };
    await mkdir(this.config.DATA_DIR, { recursive: true });
    const file = await open(journalFile(this.config), 'a', 0o600);
    try {
      // A torn line before this one must not swallow it.
      await file.write(`\n${JSON.stringify(line)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
