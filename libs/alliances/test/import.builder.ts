import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { importRow, partnerImport } from '#libs/api-schema';
import { eventually, type TestApp, type TestClient } from '#libs/testing';

/** An import as the API tells it. */
export type Import = z.output<typeof partnerImport>;
/** A row of an import as the API tells it. */
export type Row = z.output<typeof importRow>;

/** A partner list as people have it. */
export async function list(name: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(new URL(`./lists/${name}`, import.meta.url)));
}

/** A semicolon list as an Excel workbook: dates and numbers as Excel keeps them, the rest as text. */
export async function asWorkbook(csv: Uint8Array): Promise<Uint8Array> {
  const rows = parse(Buffer.from(csv), {
    bom: true,
    delimiter: ';',
    relaxColumnCount: true,
    skipEmptyLines: false,
  });
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Partnere');
  for (const row of rows) sheet.addRow(row.map(asExcelKeepsIt));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function asExcelKeepsIt(cell: string): string | number | Date | null {
  const date = /^(\d{2})-(\d{2})-(\d{4})$/.exec(cell);
  const instant = date ? new Date(`${date[3] ?? ''}-${date[2] ?? ''}-${date[1] ?? ''}T00:00:00Z`) : undefined;
  // 31-02-2025 is text in Excel too.
  if (instant?.getUTCDate() === Number(date?.[1])) return instant;
  if (/^[1-9]\d{0,7}(,\d+)?$/.test(cell)) return Number(cell.replace(',', '.'));
  return cell === '' ? null : cell;
}

/** A secretariat at the import of its alliance. */
export class Importing {
  constructor(
    readonly client: TestClient,
    readonly allianceId: string,
  ) {}

  get path(): string {
    return `/api/v1/alliances/${this.allianceId}/partner-imports`;
  }

  /** Uploads a file and waits for the preview (or the refusal). */
  async upload(bytes: Uint8Array | string, name = 'partnere.csv'): Promise<Import> {
    const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const answer = await this.client.upload<{ id: string }>(this.path, {
      name,
      type: 'text/csv',
      bytes: file,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return this.until(answer.body.id, 'preview', 'unreadable');
  }

  /** Waits until the import has come to one of the states. */
  until(id: string, ...states: string[]): Promise<Import> {
    return eventually(`import is ${states.join(' or ')}`, async () => {
      const { body } = await this.client.get<Import>(`${this.path}/${id}`);
      return states.includes(body.state) ? body : undefined;
    });
  }

  async rows(id: string, verdict?: string): Promise<Row[]> {
    const filter = verdict === undefined ? '' : `&verdict=${verdict}`;
    const { body } = await this.client.get<{ items: Row[] }>(`${this.path}/${id}/rows?limit=200${filter}`);
    return body.items;
  }

  async run(id: string, leaveOutProblems = true): Promise<Import> {
    const started = await this.client.post<Import>(`${this.path}/${id}/run`, { leaveOutProblems });
    if (started.status !== 200) throw new Error(started.text);
    return this.until(id, 'imported');
  }

  async undo(id: string): Promise<Import> {
    const started = await this.client.post<Import>(`${this.path}/${id}/undo`);
    if (started.status !== 200) throw new Error(started.text);
    return this.until(id, 'undone');
  }

  /** How many partners the alliance has now. */
  async count(): Promise<number> {
    const { body } = await this.client.get<{ total: number }>(
      `/api/v1/alliances/${this.allianceId}/partners?limit=1`,
    );
    return body.total;
  }
}

/** A new alliance with its secretariat. */
export async function newAlliance(app: TestApp): Promise<Importing> {
  const alliance = await app.world.alliance();
  const person = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
  return new Importing(person.client, alliance.id);
}
