import type { FastifyReply } from 'fastify';
import type { Locale } from '#libs/api-schema';
import { copenhagenDate } from '#libs/kernel';
import type { PersonDataExport } from './export-person-data.js';
import { personDataDocument } from './person-data-document.js';

/** The export as a PDF in answer to a request. The file's name says the day and not the person. */
export async function sendPersonData(
  reply: FastifyReply,
  found: PersonDataExport,
  locale: Locale,
): Promise<Buffer> {
  const bytes = await personDataDocument(found, locale);
  const name = locale === 'da' ? 'oplysninger' : 'data';
  void reply
    .type('application/pdf')
    .header(
      'content-disposition',
      `attachment; filename="${name}-${copenhagenDate(new Date(found.createdAt))}.pdf"`,
    )
    .header('cache-control', 'private, no-store');
  return Buffer.from(bytes);
}
