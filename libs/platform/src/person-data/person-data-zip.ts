import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Locale, personDataExport } from '#libs/api-schema';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Files } from '../files/files.js';
import { type ZipEntry, zipOf } from '../files/zip.js';
import type { HandedOut } from './export-person-data.js';
import { personDataDocument } from './person-data-document.js';

const json = 'data.json';
const document: Readonly<Record<Locale, string>> = { da: 'oplysninger.pdf', en: 'data.pdf' };

/** What is handed out as one file: for people (PDF), for other systems (JSON), and the files themselves. */
@Injectable()
export class PersonDataZip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: Files,
  ) {}

  /** A stream; each file is read in a unit of work of its own when its turn comes, so none waits for a slow reader. */
  of(handed: HandedOut, locale: Locale): Readable {
    return zipOf(this.entries(handed, locale), new Date(handed.data.createdAt));
  }

  private async *entries({ data, files }: HandedOut, locale: Locale): AsyncGenerator<ZipEntry> {
    const text = JSON.stringify(personDataExport.parse(data), null, 2);
    yield { path: json, bytes: Buffer.from(text), isPacked: false };
    yield { path: document[locale], bytes: await personDataDocument(data, locale), isPacked: true };
    for (const { id, path, reader } of files) {
      const { bytes, mediaType } = await this.unitOfWork.readAs(reader, (tx) => this.files.get(tx, id));
      yield { path, bytes, isPacked: /^(application\/(pdf|zip|vnd\.)|image\/)/.test(mediaType) };
    }
  }
}
