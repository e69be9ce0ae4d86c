import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from '../tenancy/actor.js';
import type { PersonDataFile } from './person-data-source.js';

/** As what it is handed out. */
export type ExportFormat = 'json' | 'pdf' | 'zip';

/** A file that is handed out, and as whom it is read. */
export interface HandedOutFile {
  readonly id: string;
  readonly reader: Actor;
  /** Where it lies in the ZIP. */
  readonly path: string;
}

/** The most that one ZIP holds. */
export const mostInZip = { files: 500, bytes: 250 * 1024 * 1024 } as const;

/** A file as the export names it. */
interface NamedFile {
  name: string;
  mediaType: string;
  size: number;
  path: string;
}

/** Gathers the files of an export; one that several records name is handed out once. */
export class FilesToHandOut {
  private readonly files = new Map<string, HandedOutFile>();
  private bytes = 0;

  constructor(private readonly format: ExportFormat) {}

  /** @throws DomainError person-data/too-many-files, when a ZIP is asked for and would become too large */
  add(tx: Transaction, { id, name, mediaType, size }: PersonDataFile): NamedFile {
    const known = this.files.get(id);
    if (known !== undefined) return { name, mediaType, size, path: known.path };
    const path = `files/${String(this.files.size + 1).padStart(2, '0')}-${harmless(name)}`;
    this.files.set(id, { id, reader: tx.actor, path });
    this.bytes += size;
    if (this.format === 'zip' && (this.files.size > mostInZip.files || this.bytes > mostInZip.bytes))
      throw new DomainError<ErrorCode>('person-data/too-many-files', {
        files: mostInZip.files,
        megabytes: mostInZip.bytes / 1024 / 1024,
      });
    return { name, mediaType, size, path };
  }

  /** All of them, in the order in which they were added. */
  all(): readonly HandedOutFile[] {
    return [...this.files.values()];
  }
}

/** A name that every system can write into a folder, and into that folder only. */
function harmless(name: string): string {
  const written = name.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]+/gu, '-');
  const end = /\.[a-z0-9]{1,8}$/i.exec(written)?.[0] ?? '';
  return `${written.slice(0, written.length - end.length).slice(0, 100)}${end}`;
}
