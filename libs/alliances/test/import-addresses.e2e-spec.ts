import { newId } from '#libs/kernel';
import type { PersonDataExport } from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';
import { AlliancesModule } from '../src/index.js';
import { Importing } from './import.builder.js';

describe('the lines of a partner list that say somebody’s address', () => {
  let app: TestApp;
  let mark: string;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    mark = newId().slice(-8);
  });

  /** An alliance with a list: one line an address, as its cell has it. */
  async function uploaded(cells: readonly string[]): Promise<{ allianceId: string; importId: string }> {
    const { id: allianceId } = await app.world.alliance();
    const secretary = await app.world.person([{ allianceId, role: 'secretariat' }]);
    const lines = cells.map((cell, at) => `Firma ${String(at)} ${mark};;Kontakt ${String(at)};${cell}`);
    const { id } = await new Importing(secretary.client, allianceId).upload(
      `Navn;CVR;Kontaktperson;Mail\n${lines.join('\n')}\n`,
    );
    return { allianceId, importId: id };
  }
  const left = async (importId: string): Promise<number[]> =>
    (
      await app.database.query<{ line: number }>(
        `select line from partner_import_row where import_id = $1 and cells <> '[]' and cells <> '{}' order by line`,
        [importId],
      )
    ).map(({ line }) => line - 2);
  const bytes = async (importId: string): Promise<boolean> =>
    (
      await app.database.query(
        'select 1 from partner_import i join file f on f.id = i.file_id where i.id = $1 and f.size > 0',
        [importId],
      )
    ).length === 1;

  it('are found by the whole address: neighbours before and behind it stay, in every alliance', async () => {
    const mine = `an@kommune-${mark}.dk`;
    const foreign = [
      `lan@kommune-${mark}.dk`,
      `j.an@kommune-${mark}.dk`,
      `j-an@kommune-${mark}.dk`,
      `østan@kommune-${mark}.dk`,
      `o'an@kommune-${mark}.dk`,
      `an@kommune-${mark}.dk.example`,
      `an@kommune-${mark}.dkx`,
      `an@kommune-${mark}.dk-x.example`,
    ];
    const lists = [await uploaded(foreign), await uploaded(foreign)];
    const person = await app.world.person([{ allianceId: lists[0]?.allianceId ?? '', role: 'member' }], {
      email: mine,
    });
    const exported = await person.client.get<PersonDataExport>('/api/v1/me/person-data');
    expect(exported.status).toBe(200);
    expect(JSON.stringify(exported.body)).not.toContain('import-row');
    const erased = await person.client.post('/api/v1/me/erasure', { confirmed: true });
    expect(erased.body).toMatchObject({ done: true });
    for (const { importId } of lists) {
      expect(await left(importId)).toEqual(foreign.map((_cell, at) => at));
      expect(await bytes(importId)).toBe(true);
    }
  });

  it('are found in any writing, and among other words', async () => {
    const mine = `an@kommune-${mark}.dk`;
    const cells = [
      mine,
      mine.toUpperCase(),
      `Anders <${mine}>`,
      `mailto:${mine}`,
      `Skriv til ${mine}.`,
      `lan@kommune-${mark}.dk, ${mine}`,
      `'${mine}'`,
      `lan@kommune-${mark}.dk`,
    ];
    const { allianceId, importId } = await uploaded(cells);
    const person = await app.world.person([{ allianceId, role: 'member' }], { email: mine });
    const { body } = await person.client.get<PersonDataExport>('/api/v1/me/person-data');
    const rows = body.places.flatMap(({ sections }) => sections.filter(({ key }) => key === 'import-row'));
    expect(rows).toHaveLength(cells.length - 1);
    expect((await person.client.post('/api/v1/me/erasure', { confirmed: true })).body).toMatchObject({
      done: true,
    });
    expect(await left(importId)).toEqual([cells.length - 1]);
    expect(await bytes(importId)).toBe(false);
  });

  it('keep the header that says a neighbour’s', async () => {
    const mine = `an@kommune-${mark}.dk`;
    const { allianceId, importId } = await uploaded([mine]);
    const header = async (texts: readonly string[]) => {
      await app.database.query('update partner_import set header = $2 where id = $1', [
        importId,
        JSON.stringify(texts),
      ]);
      return person.client.post('/api/v1/me/erasure', { confirmed: true });
    };
    const person = await app.world.person([{ allianceId, role: 'member' }], { email: mine });
    expect((await header([`l${mine}`])).status).toBe(200);
    const [kept] = await app.database.query<{ header: string[] }>(
      'select header from partner_import where id = $1',
      [importId],
    );
    expect(kept?.header).toEqual([`l${mine}`]);
  });

  it('of colleagues with one address are told apart by the name in the line', async () => {
    const shared = `post@firma-${mark}.example`;
    const { allianceId, importId } = await uploaded([shared, shared]);
    const secretary = await app.world.person([{ allianceId, role: 'secretariat' }]);
    for (const contact of ['Kontakt 0', 'Kontakt 1'])
      await app.world.organisation(allianceId, { contact, email: shared });
    const [first] = await app.database.query<{ id: string }>(
      `select id from contact_person where alliance_id = $1 and name = 'Kontakt 0'`,
      [allianceId],
    );
    const path = `/api/v1/alliances/${allianceId}/person-data/contact-person/${first?.id ?? ''}`;
    expect((await secretary.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(200);
    expect(await left(importId)).toEqual([1]);
  });
});
