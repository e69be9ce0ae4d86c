import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Locale } from '#libs/api-schema';
import { copenhagenDate } from '#libs/kernel';
import type { HandedOut, PersonDataExport } from './export-person-data.js';
import { personDataDocument } from './person-data-document.js';
import type { PersonDataZip } from './person-data-zip.js';

/** The export as a PDF in answer to a request. */
export async function sendPersonData(
  reply: FastifyReply,
  found: PersonDataExport,
  locale: Locale,
): Promise<Buffer> {
  const bytes = await personDataDocument(found, locale);
  announce(reply, found, locale, 'pdf');
  return Buffer.from(bytes);
}

/** The export with the files it names, in answer to a request. */
export function sendPersonDataZip(
  reply: FastifyReply,
  zip: PersonDataZip,
  handed: HandedOut,
  locale: Locale,
): StreamableFile {
  announce(reply, handed.data, locale, 'zip');
  return new StreamableFile(zip.of(handed, locale));
}

/** The file's name says the day and not the person. */
function announce(
  reply: FastifyReply,
  { createdAt }: PersonDataExport,
  locale: Locale,
  ending: 'pdf' | 'zip',
): void {
  const name = `${locale === 'da' ? 'oplysninger' : 'data'}-${copenhagenDate(new Date(createdAt))}.${ending}`;
  void reply
    .type(`application/${ending}`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
}
