import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { partnerExportQuery } from '#libs/api-schema';
import { type Clock, copenhagenDate } from '#libs/kernel';
import {
  CLOCK,
  type ExportColumn,
  exportFileName,
  type ExportValue,
  type PersonActor,
  writeCsv,
  writeXlsx,
} from '#libs/platform';
import { type ExportedPartner, ListPartners } from './list-partners.query.js';

/** A file to hand over. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

type Column = ExportColumn & { readonly value: (partner: ExportedPartner) => ExportValue };

const kinds: Readonly<Record<string, string>> = {
  company: 'Virksomhed',
  municipality: 'Kommune',
  school: 'Skole',
  civil_society: 'Forening',
  foundation: 'Fond',
  region: 'Region',
};
const statuses: Readonly<Record<string, string>> = { joined: 'Med', paused: 'På pause', left: 'Trådt ud' };

/** The import reads every one of these headers, so that an export mended in Excel can be taken in again. */
const columns: readonly Column[] = [
  { header: 'Virksomhed', kind: 'text', width: 36, value: (p) => p.name },
  { header: 'CVR-nr.', kind: 'text', width: 11, value: (p) => p.cvr },
  { header: 'Type', kind: 'text', width: 14, value: (p) => kinds[p.kind] ?? p.kind },
  { header: 'Branchekode', kind: 'text', width: 12, value: (p) => p.industryCode },
  { header: 'Sektor', kind: 'text', width: 16, value: (p) => p.sector },
  { header: 'Adresse', kind: 'text', width: 28, value: (p) => p.address },
  { header: 'Postnr.', kind: 'text', width: 8, value: (p) => p.postalCode },
  { header: 'By', kind: 'text', width: 18, value: (p) => p.city },
  { header: 'Kontaktperson', kind: 'text', width: 26, value: (p) => p.contact?.name ?? null },
  { header: 'E-mail', kind: 'text', width: 34, value: (p) => p.contact?.email ?? null },
  { header: 'Telefon', kind: 'text', width: 14, value: (p) => nationalPhone(p.contact?.phone ?? null) },
  { header: 'Ansatte', kind: 'text', width: 10, value: (p) => p.employees },
  { header: 'Lærlinge', kind: 'yes-no', width: 9, value: (p) => p.takesApprentices },
  { header: 'Aftale underskrevet', kind: 'date', width: 18, value: (p) => p.joinedOn },
  { header: 'Praktikpladser', kind: 'number', width: 14, value: (p) => p.placementPlaces },
  { header: 'Status', kind: 'text', width: 10, value: (p) => statuses[p.status] ?? p.status },
  { header: 'Fast kontaktperson', kind: 'text', width: 24, value: (p) => p.contactOwner },
];

/** Hands partners over as a file, in the words of the Danish lists they came from. */
@Injectable()
export class ExportPartners {
  constructor(
    private readonly partners: ListPartners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All partners that match the list's filters, in its order. */
  async run(actor: PersonActor, query: z.output<typeof partnerExportQuery>): Promise<ExportedFile> {
    const rows = (await this.partners.all(actor, query)).map((partner) =>
      columns.map((column) => column.value(partner)),
    );
    const name = exportFileName(`Partnere ${copenhagenDate(this.clock.now())}`, query.format);
    if (query.format === 'csv')
      return { name, mediaType: 'text/csv; charset=utf-8', bytes: writeCsv(columns, rows) };
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name, mediaType, bytes: await writeXlsx('Partnere', columns, rows) };
  }
}

/** `+4598961234` → `98 96 12 34`; a foreign number keeps its country. */
function nationalPhone(phone: string | null): string | null {
  const danish = /^\+45(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone ?? '');
  return danish ? danish.slice(1).join(' ') : (phone?.replace(/^\+/, '00') ?? null);
}
