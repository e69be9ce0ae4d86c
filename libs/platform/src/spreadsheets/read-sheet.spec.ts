import { deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { readSheet } from './read-sheet.js';
import { defaultLimits } from './sheet.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

const text = (content: string) => new TextEncoder().encode(content);
const sheetOf = (content: string | Uint8Array) =>
  readSheet(typeof content === 'string' ? text(content) : content, defaultLimits);

describe('a CSV file', () => {
  it('from Danish Excel: BOM, semicolon, CRLF', async () => {
    const sheet = await sheetOf('\ufeffNavn;By;Pladser\r\nBageriet;Vrå;1,5\r\n');
    expect(sheet).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      sheetName: null,
      header: ['Navn', 'By', 'Pladser'],
      rows: [{ line: 2, cells: ['Bageriet', 'Vrå', '1,5'] }],
    });
  });

  it('with commas keeps a quoted decimal comma whole', async () => {
    const sheet = await sheetOf('Navn,Pladser\nEl,"1,5"\nTømrer,"2,5"\n');
    expect([sheet.delimiter, sheet.rows[0]?.cells]).toEqual([',', ['El', '1,5']]);
  });

  it('with semicolons is not taken for commas because of decimals', async () => {
    const sheet = await sheetOf('Navn;A;B\nx;1,5;2,5\ny;1,5;2,5\n');
    expect([sheet.delimiter, sheet.header]).toEqual([';', ['Navn', 'A', 'B']]);
  });

  it('with tabs, and with sep= on its first line', async () => {
    expect((await sheetOf('Navn\tBy\nx\tVrå\n')).delimiter).toBe('\t');
    const named = await sheetOf('sep=,\r\nNavn,By\r\n"a;b;c",Vrå\r\n');
    expect([named.delimiter, named.rows[0]?.cells]).toEqual([',', ['a;b;c', 'Vrå']]);
  });

  it.each([
    ['iso-8859-1', Buffer.from('Navn;By\nÆbleøen;Ålborg\n', 'latin1'), 'Æbleøen'],
    [
      'windows-1252',
      Buffer.from([...Buffer.from('Navn;By\nPris '), 0x80, ...Buffer.from(';Vr'), 0xe5]),
      'Pris €',
    ],
    ['utf-16le', Buffer.from('\ufeffNavn;By\nÆbleøen;Ålborg\n', 'utf16le'), 'Æbleøen'],
    ['utf-16le', Buffer.from('Navn;By\nÆbleøen;Ålborg\n', 'utf16le'), 'Æbleøen'],
    ['utf-16be', Buffer.from('\ufeffNavn;By\nÆbleøen;Ålborg\n', 'utf16le').swap16(), 'Æbleøen'],
    ['utf-8', Buffer.from('Navn;By\nÆbleøen;Ålborg\n'), 'Æbleøen'],
  ])('in %s is recognised', async (encoding, bytes, name) => {
    const sheet = await sheetOf(new Uint8Array(bytes));
    expect([sheet.encoding, sheet.rows[0]?.cells[0]]).toEqual([encoding, name]);
  });

  it('keeps quotes, delimiters and line breaks inside a quoted cell, and counts rows as Excel does', async () => {
    const sheet = await sheetOf(
      'Navn;By\r\n"Bageriet ""Den Gyldne; Kringle""\nafd. Hjørring";Vrå\r\nEl;Tårs\r\n',
    );
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['Bageriet "Den Gyldne; Kringle"\nafd. Hjørring', 'Vrå'] },
      { line: 3, cells: ['El', 'Tårs'] },
    ]);
  });

  it('keeps an empty row between filled ones, drops empty rows at the end and fills short rows', async () => {
    const sheet = await sheetOf('Navn;By\n;\nEl\n;\n;\n');
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['', ''] },
      { line: 3, cells: ['El', ''] },
    ]);
  });

  it('with a title above the header finds the header', async () => {
    const sheet = await sheetOf('Partnere pr. 1. januar;;\n;;\nNavn;By;CVR\nEl;Vrå;28662017\n');
    expect([sheet.header, sheet.rows[0]?.line]).toEqual([['Navn', 'By', 'CVR'], 4]);
  });

  it('without a header gets numbered columns and loses no row', async () => {
    const sheet = await sheetOf('El;28662017\nTømrer;43791567\n');
    expect([sheet.header, sheet.rows.length]).toEqual([['Kolonne 1', 'Kolonne 2'], 2]);
  });

  it('whose quotation mark never closes is refused with the row', async () => {
    await expect(sheetOf('Navn;By\nEl;Vrå\n"Tømrer;Tårs\nx;y\n')).rejects.toMatchObject({
      code: 'platform/spreadsheet-quote-open',
    });
  });

  it('every table that is written is read back the same', async () => {
    const cell = fc
      .string({ unit: 'grapheme-ascii' })
      .filter((each) => !/[\r\0]/.test(each) && !/^[=+\-@\t']/.test(each));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
        const columns = ['Navn', 'By'].map((header) => ({ header, kind: 'text' as const }));
        const filled = rows.map(([a, b]): [string, string] => [`x${a}`, b]);
        const sheet = await sheetOf(writeCsv(columns, filled));
        expect(sheet.rows.map((row) => row.cells)).toEqual(filled);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an XLSX file', () => {
  it('with dates, numbers, formulas and rich text reads as a Dane would type it', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Partnere');
    sheet.addRow(['Navn', 'Dato', 'Pladser', 'CVR', 'Lærlinge', 'Sum']);
    sheet.addRow([
      'Bageriet',
      new Date('2025-03-01T00:00:00Z'),
      1.5,
      28662017,
      true,
      { formula: '1+1', result: 2 },
    ]);
    sheet.addRow([
      { richText: [{ text: 'El' }, { text: '-gården' }] },
      new Date('2025-03-01T08:30:00Z'),
      0.1 + 0.2,
      '',
      false,
      { formula: 'X()', result: { error: '#NAME?' } },
    ]);
    sheet.getCell('H9').value = { text: 'klik', hyperlink: 'http://example.invalid' };
    const read = await sheetOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read).toMatchObject({ format: 'xlsx', sheetName: 'Partnere', encoding: null });
    expect(read.rows[0]?.cells.slice(0, 6)).toEqual(['Bageriet', '2025-03-01', '1,5', '28662017', 'ja', '2']);
    expect(read.rows[1]?.cells.slice(0, 6)).toEqual([
      'El-gården',
      '2025-03-01 08:30',
      '0,3',
      '',
      'nej',
      '#NAME?',
    ]);
    expect(read.rows.at(-1)).toMatchObject({ line: 9 });
    expect(read.rows.at(-1)?.cells[7]).toBe('klik');
  });

  it('skips hidden and empty sheets', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('Skjult', { state: 'hidden' }).addRow(['Navn', 'Hemmelig']);
    workbook.addWorksheet('Tom');
    const sheet = workbook.addWorksheet('Her');
    sheet.addRows([
      ['Navn', 'By'],
      ['El', 'Vrå'],
    ]);
    expect((await sheetOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).sheetName).toBe('Her');
  });

  it('written by us is read back the same', async () => {
    const columns = [
      { header: 'Navn', kind: 'text' as const },
      { header: 'Siden', kind: 'date' as const },
      { header: 'Pladser', kind: 'number' as const },
    ];
    const read = await sheetOf(await writeXlsx('Partnere', columns, [['=1+1', '2025-03-01', 1.5]]));
    expect(read.rows[0]?.cells).toEqual(["'=1+1", '2025-03-01', '1,5']);
  });
});

describe('a hostile file', () => {
  const limits = { ...defaultLimits, unpackedBytes: 1_000_000 };
  const bomb = Buffer.alloc(20_000_000, 32);

  it('that unpacks to more than allowed is refused before anything unpacks it', async () => {
    const archive = zipOf('xl/workbook.xml', deflateRawSync(bomb), bomb.length);
    await expect(readSheet(archive, limits)).rejects.toMatchObject({
      code: 'platform/spreadsheet-unpacked-too-large',
    });
  });

  it('that lies about its unpacked size is refused all the same', async () => {
    const archive = zipOf('xl/workbook.xml', deflateRawSync(bomb), 1000);
    await expect(readSheet(archive, limits)).rejects.toMatchObject({
      code: 'platform/spreadsheet-unpacked-too-large',
    });
  });

  it('with more entries than allowed is refused', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('x').addRow(['a']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    await expect(readSheet(bytes, { ...limits, entries: 3 })).rejects.toMatchObject({
      code: 'platform/spreadsheet-unpacked-too-large',
    });
  });

  it('with one cell in the last row Excel has is refused, not filled up', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('x');
    sheet.getCell('A1').value = 'Navn';
    sheet.getCell('A1048576').value = 'x';
    await expect(sheetOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).rejects.toMatchObject({
      code: 'platform/spreadsheet-too-many-rows',
    });
  });

  it.each([
    ['nothing', '', 'platform/spreadsheet-empty'],
    ['a header without rows', 'Navn;By\n', 'platform/spreadsheet-empty'],
    ['a PDF', '%PDF-1.7 …', 'platform/spreadsheet-unreadable'],
    ['zero bytes in text', 'Navn;By\nabcdefghijklmnop\0;x\n', 'platform/spreadsheet-unreadable'],
    ['a broken archive', 'PK\u0003\u0004 rubbish rubbish rubbish rubbish', 'platform/spreadsheet-unreadable'],
    ['a cell without end', `Navn;By\n${'x'.repeat(6000)};y\n`, 'platform/spreadsheet-cell-too-long'],
    [
      '201 columns',
      `${Array.from({ length: 201 }, (_, n) => `k${String(n)}`).join(';')}\n${'x;'.repeat(201)}\n`,
      'platform/spreadsheet-too-many-columns',
    ],
    ['too many rows', `Navn;By\n${'x;y\n'.repeat(20_001)}`, 'platform/spreadsheet-too-many-rows'],
  ])('%s is refused with a remedy', async (_, content, code) => {
    await expect(sheetOf(content)).rejects.toMatchObject({ code });
  });

  it('of the old Excel format says how to save it', async () => {
    await expect(readSheet(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), limits)).rejects.toMatchObject({
      code: 'platform/spreadsheet-old-excel',
    });
  });

  it('whatever bytes come, the answer is a sheet or a refusal', async () => {
    const { SpreadsheetRefusal } = await import('./sheet.js');
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.constantFrom('', 'PK\u0003\u0004', 'a;b\n'),
        async (bytes, start) => {
          const outcome = await readSheet(new Uint8Array([...text(start), ...bytes]), defaultLimits).catch(
            (error: unknown) => error,
          );
          expect(
            outcome instanceof SpreadsheetRefusal || (outcome as { rows: unknown[] }).rows.length > 0,
          ).toBe(true);
        },
      ),
    );
  });
});

/** An archive of one packed entry whose directory claims that unpacked size. */
function zipOf(name: string, packed: Buffer, unpacked: number): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(unpacked, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]));
}
