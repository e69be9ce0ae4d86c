import { AlliancesModule } from '#libs/alliances';
import { startTestApp, type TestApp } from '#libs/testing';
import { asWorkbook, list, newAlliance } from './import.builder.js';

interface PartnerPage {
  items: {
    name: string;
    city: string | null;
    joinedOn: string;
    contact: { name: string; email: string } | null;
  }[];
}

describe('a partner list', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });
  afterAll(() => app.close());

  it('of 208 partners from Danish Excel is previewed, imported, and taken in again without doubles', async () => {
    const here = await newAlliance(app);
    const preview = await here.upload(await list('partnere.csv'));
    expect(preview).toMatchObject({
      state: 'preview',
      encoding: 'utf-8',
      delimiter: ';',
      fileName: 'partnere.csv',
    });
    expect(Object.keys(preview.columns)).toHaveLength(14);
    expect(preview.counts).toMatchObject({ rows: 208, new: 208, match: 0, problem: 0, empty: 0 });
    const imported = await here.run(preview.id, false);
    expect(imported.counts).toMatchObject({ created: 208, updated: 0 });
    expect(await here.count()).toBe(208);

    const again = await here.upload(await list('partnere.csv'));
    expect(again.counts).toMatchObject({ new: 0, match: 0, unchanged: 208, problem: 0 });
    expect((await here.run(again.id)).counts).toMatchObject({ created: 0, updated: 0 });
    expect(await here.count()).toBe(208);
  });

  it.each([
    ['partnere-latin1.csv', 'iso-8859-1', ';'],
    ['partnere-komma.csv', 'utf-8', ','],
  ])('%s is read the same', async (name, encoding, delimiter) => {
    const here = await newAlliance(app);
    const preview = await here.upload(await list(name), name);
    expect(preview).toMatchObject({ encoding, delimiter });
    expect(preview.counts).toMatchObject({ new: preview.counts.rows, problem: 0 });
    await here.run(preview.id, false);
    const { body } = await here.client.get<PartnerPage>(
      `/api/v1/alliances/${here.allianceId}/partners?q=${encodeURIComponent('Vognmandgruppen Bæk')}`,
    );
    expect(body.items[0]).toMatchObject({
      name: 'Vognmandgruppen Bæk A/S',
      city: 'Vrå',
      joinedOn: '2024-11-15',
      contact: { name: 'Birthe Bæk', email: 'birthe.0@virksomhed0.example' },
    });
  });

  it('as XLSX is the same list as CSV', async () => {
    const here = await newAlliance(app);
    const csv = await here.upload(await list('partnere.csv'));
    await here.run(csv.id);
    const workbook = await here.upload(await asWorkbook(await list('partnere.csv')), 'partnere.xlsx');
    expect(workbook).toMatchObject({ encoding: null, delimiter: null });
    expect(workbook.counts).toMatchObject({ rows: 208, unchanged: 208, problem: 0 });
  });

  it.each(['csv', 'xlsx'])('that is a mess tells every problem with its remedy (%s)', async (format) => {
    const here = await newAlliance(app);
    const csv = await list('partnere-rodet.csv');
    const preview = await here.upload(
      format === 'csv' ? csv : await asWorkbook(csv),
      `partnere-rodet.${format}`,
    );
    const rows = await here.rows(preview.id);
    const told = rows.flatMap((row) =>
      row.findings.map((each) => [row.line, each.level, each.field, each.code]),
    );
    expect(told).toEqual([
      [5, 'problem', 'cvr', 'cvr-invalid'],
      [7, 'problem', 'cvr', 'cvr-repeated'],
      [9, 'note', 'email', 'email-repeated'],
      [15, 'note', 'name', 'formula-like'],
      [16, 'note', 'name', 'formula-like'],
      [17, 'problem', 'joinedOn', 'date-impossible'],
      [20, 'problem', 'postalCode', 'postal-code-unreadable'],
      [21, 'problem', 'email', 'email-unreadable'],
      [22, 'problem', 'placementPlaces', 'number-unreadable'],
      [26, 'note', 'city', 'city-spelling'],
    ]);
    expect(rows.filter((row) => row.verdict === 'empty').map((row) => row.line)).toEqual([23]);
    expect(preview.counts).toMatchObject({ rows: 60, new: 53, problem: 6, empty: 1, notes: 4 });
  });

  it('that is a mess brings in what is right, as plain text, and nothing else', async () => {
    const here = await newAlliance(app);
    const preview = await here.upload(await list('partnere-rodet.csv'));
    const refused = await here.client.post(`${here.path}/${preview.id}/run`, { leaveOutProblems: false });
    expect(refused).toMatchObject({ status: 409, body: { code: 'alliances/import-has-problems' } });
    expect((await here.run(preview.id)).counts).toMatchObject({ created: 53, updated: 0 });
    const found = async (q: string) => {
      const address = `/api/v1/alliances/${here.allianceId}/partners?q=${encodeURIComponent(q)}`;
      return (await here.client.get<PartnerPage>(address)).body.items;
    };
    expect((await found('HYPERLINK'))[0]?.name).toBe('=HYPERLINK("http://example.invalid","klik")');
    expect((await found('Den Gyldne'))[0]?.name).toBe('Bageriet "Den Gyldne; Kringle" afd. Hjørring');
    expect((await found('85840096'))[0]?.name).toBe('Yilmazs Vognmand');
    expect((await found('Yilmazs Konservesfabrik'))[0]?.joinedOn).toBe('2025-03-01');
    expect((await found('Lyhnes Købmand'))[0]?.joinedOn).toBe('2025-03-01');
    expect((await found('Vendsyssel Landbrug ApS'))[0]?.contact?.name).toBe('Åse Nørgaard');
  });

  it('is mended in place: a cell is written anew, a row is skipped, and all rows are judged again', async () => {
    const here = await newAlliance(app);
    const preview = await here.upload(await list('partnere-rodet.csv'));
    const problems = await here.rows(preview.id, 'problem');
    const mend = (line: number, body: unknown) => {
      const row = problems.find((each) => each.line === line);
      return here.client.patch<{ row: { verdict: string; edited: boolean }; import: { counts: object } }>(
        `${here.path}/${preview.id}/rows/${row?.id ?? ''}`,
        body,
      );
    };
    expect((await mend(5, { cells: { 1: '49063075' } })).body.row).toMatchObject({
      verdict: 'new',
      edited: true,
    });
    expect((await mend(17, { cells: { 12: '28-02-2025' } })).body.row).toMatchObject({ verdict: 'new' });
    expect((await mend(20, { cells: { 5: '9800' } })).body.row).toMatchObject({ verdict: 'new' });
    expect((await mend(21, { cells: { 8: '' } })).body.row).toMatchObject({ verdict: 'new' });
    expect((await mend(22, { cells: { 13: '2,5' } })).body.row).toMatchObject({ verdict: 'new' });
    const skipped = await mend(7, { skipped: true });
    expect(skipped.body.import.counts).toMatchObject({ new: 58, problem: 0, skipped: 1 });
    expect((await here.run(preview.id, false)).counts).toMatchObject({ created: 58 });
  });

  it('whose columns are guessed wrong is corrected', async () => {
    const here = await newAlliance(app);
    const preview = await here.upload('Hvem;Nummer;Sted\nElgården;28662017;Vrå\nBageriet;43791567;Tårs\n');
    expect(preview.columns).toEqual({ cvr: 1 });
    expect(preview.counts).toMatchObject({ problem: 2 });
    expect(preview.header[2]).toEqual({ name: 'Sted', samples: ['Vrå', 'Tårs'] });
    const put = (columns: object) => here.client.put(`${here.path}/${preview.id}/columns`, { columns });
    expect(await put({ name: 0, cvr: 1, city: 2 })).toMatchObject({
      status: 200,
      body: { columns: { name: 0, cvr: 1, city: 2 }, counts: { new: 2, problem: 0 } },
    });
    expect(await put({ name: 7 })).toMatchObject({
      status: 422,
      body: { code: 'alliances/import-column-unknown' },
    });
    expect(await put({ name: 0, city: 0 })).toMatchObject({
      status: 422,
      body: { code: 'alliances/import-column-twice' },
    });
  });

  it('that is no list is refused with the reason, in the person’s language', async () => {
    const here = await newAlliance(app);
    const unreadable = await here.upload('%PDF-1.7 nothing', 'partnere.pdf');
    expect(unreadable).toMatchObject({
      state: 'unreadable',
      problem: { code: 'platform/spreadsheet-unreadable' },
    });
    const empty = await here.client.upload(here.path, {
      name: 'x.csv',
      type: 'text/csv',
      bytes: new Uint8Array(),
    });
    expect(empty).toMatchObject({ status: 422, body: { code: 'alliances/file-needed' } });
    expect(await here.client.post(here.path)).toMatchObject({
      status: 422,
      body: { code: 'alliances/file-needed' },
    });
    const large = await here.client.upload(here.path, {
      name: 'x.csv',
      type: 'text/csv',
      bytes: new Uint8Array(11 * 1024 * 1024).fill(65),
    });
    expect(large).toMatchObject({ status: 413, body: { code: 'platform/too-large' } });
  });

  it('of another alliance does not exist', async () => {
    const [here, there] = [await newAlliance(app), await newAlliance(app)];
    const preview = await there.upload('Virksomhed\nElgården\n');
    const [row] = await there.rows(preview.id);
    const foreign = `${here.path}/${preview.id}`;
    const answers = [
      await here.client.get(foreign),
      await here.client.get(`${foreign}/rows`),
      await here.client.put(`${foreign}/columns`, { columns: {} }),
      await here.client.patch(`${foreign}/rows/${row?.id ?? ''}`, { skipped: true }),
      await here.client.post(`${foreign}/run`),
      await here.client.post(`${foreign}/undo`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('is for the secretariat only', async () => {
    const here = await newAlliance(app);
    const member = await app.world.person([{ allianceId: here.allianceId, role: 'member' }]);
    expect((await member.client.get(here.path)).status).toBe(403);
    expect(
      (await member.client.upload(here.path, { name: 'x', type: 'text/csv', bytes: new Uint8Array([65]) }))
        .status,
    ).toBe(403);
  });
});
