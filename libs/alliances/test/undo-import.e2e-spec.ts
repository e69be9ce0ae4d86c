import { AlliancesModule } from '#libs/alliances';
import { newId } from '#libs/kernel';
import type { JobContext } from '#libs/platform';
import { eventually, startTestApp, type TestApp } from '#libs/testing';
import { RunImport } from '../src/application/run-import.js';
import { UndoImport } from '../src/application/undo-import.js';
import { UploadImport } from '../src/application/upload-import.js';
import type { Importing } from './import.builder.js';
import { newAlliance } from './import.builder.js';

const two =
  'Virksomhed;CVR;By;E-mail\nElgården;28662017;Vrå;el@el.example\nBageriet;43791567;Tårs;bag@bag.example\n';

interface Detail {
  id: string;
  name: string;
  city: string | null;
  version: number;
  contacts: { name: string; email: string }[];
}

describe('an import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });
  afterAll(() => app.close());

  const partners = async (here: Importing) => {
    const base = `/api/v1/alliances/${here.allianceId}/partners`;
    const { body } = await here.client.get<{ items: { id: string }[] }>(base);
    return Promise.all(
      body.items.map(async ({ id }) => (await here.client.get<Detail>(`${base}/${id}`)).body),
    );
  };
  const edit = (here: Importing, partner: Detail, change: object) =>
    here.client.put(
      `/api/v1/alliances/${here.allianceId}/partners/${partner.id}`,
      { name: partner.name, ...change },
      { ifMatch: partner.version },
    );

  it('that is undone takes away what it made', async () => {
    const here = await newAlliance(app);
    const { id } = await here.run((await here.upload(two)).id);
    const undone = await here.undo(id);
    expect(undone.counts).toMatchObject({ removed: 2, restored: 0, kept: 0 });
    expect(await here.count()).toBe(0);
    expect((await here.rows(id)).map((row) => row.undo)).toEqual(['removed', 'removed']);
    expect((await here.client.post(`${here.path}/${id}/undo`)).body).toMatchObject({
      code: 'alliances/import-not-undoable',
    });
  });

  it('that is undone puts back what it changed, contacts too', async () => {
    const here = await newAlliance(app);
    await here.run((await here.upload(two)).id);
    const before = await partners(here);
    const change = await here.upload(
      'Virksomhed;CVR;By;Kontaktperson;E-mail\nElgården A/S;28662017;Hjørring;Ny Kontakt;ny@el.example\n',
    );
    expect(change.counts).toMatchObject({ match: 1, new: 0 });
    await here.run(change.id);
    const changed = (await partners(here)).find((partner) => partner.name === 'Elgården A/S');
    expect(changed).toMatchObject({
      city: 'Hjørring',
      contacts: [{ email: 'ny@el.example' }, { email: 'el@el.example' }],
    });
    expect((await here.undo(change.id)).counts).toMatchObject({ removed: 0, restored: 1, kept: 0 });
    const after = await partners(here);
    const told = (all: Detail[]) => all.map(({ name, city, contacts }) => ({ name, city, contacts }));
    expect(told(after)).toEqual(told(before));
  });

  it('that is undone leaves what somebody has touched since, and says why', async () => {
    const here = await newAlliance(app);
    const { id } = await here.run((await here.upload(two)).id);
    const [bakery] = await partners(here);
    if (bakery === undefined) throw new Error('no partner');
    expect((await edit(here, bakery, { city: 'Sindal' })).status).toBe(200);
    expect((await here.undo(id)).counts).toMatchObject({ removed: 1, kept: 1 });
    expect(await here.rows(id, 'kept')).toMatchObject([
      { organisationName: 'Bageriet', undoReason: 'changed-since' },
    ]);
    expect(await here.count()).toBe(1);
  });

  it('that is undone leaves a partner that is in use elsewhere', async () => {
    const here = await newAlliance(app);
    const { id } = await here.run((await here.upload(two)).id);
    const [, electrician] = await partners(here);
    await app.world.person([
      { allianceId: here.allianceId, role: 'partner', organisationId: electrician?.id ?? '' },
    ]);
    expect((await here.undo(id)).counts).toMatchObject({ removed: 1, kept: 1 });
    expect(await here.rows(id, 'kept')).toMatchObject([
      { organisationName: 'Elgården', undoReason: 'in-use' },
    ]);
  });

  it('never wipes data with blank cells', async () => {
    const here = await newAlliance(app);
    await here.run((await here.upload(two)).id);
    const blank = await here.upload('Virksomhed;CVR;By;E-mail;Adresse\n;28662017;;;Nørregade 1\n');
    expect((await here.rows(blank.id))[0]?.changes).toEqual([
      { field: 'address', from: null, to: 'Nørregade 1' },
    ]);
    await here.run(blank.id);
    const [, electrician] = await partners(here);
    expect(electrician).toMatchObject({
      name: 'Elgården',
      city: 'Vrå',
      contacts: [{ email: 'el@el.example' }],
    });
  });

  it('of the same file twice at once makes each partner once', async () => {
    const here = await newAlliance(app);
    const [one, other] = [await here.upload(two), await here.upload(two)];
    const results = await Promise.all([here.run(one.id), here.run(other.id)]);
    expect(results.map(({ counts }) => counts.created).sort()).toEqual([0, 2]);
    expect(results.map(({ counts }) => counts.unchanged).sort()).toEqual([0, 2]);
    expect(await here.count()).toBe(2);
  });

  it('that is carried out twice at once is carried out once', async () => {
    const here = await newAlliance(app);
    const { id } = await here.upload(two);
    const starts = await Promise.all([
      here.client.post(`${here.path}/${id}/run`),
      here.client.post(`${here.path}/${id}/run`),
    ]);
    expect(starts.map(({ status }) => status).sort()).toEqual([200, 409]);
    await here.until(id, 'imported');
    expect(await here.count()).toBe(2);
    expect((await here.client.post(`${here.path}/${id}/run`)).body).toMatchObject({
      code: 'alliances/import-not-in-preview',
    });
  });

  it('that dies half way leaves nothing, and the next try does it all', async () => {
    const here = await newAlliance(app);
    const { id } = await here.upload(two);
    await app.database.query(`update partner_import set state = 'importing' where id = $1`, [id]);
    const context = (progress: JobContext['progress']): JobContext => ({
      jobId: newId(),
      attempt: 1,
      isLast: false,
      progress,
    });
    const run = app.get(RunImport);
    const dying = run.run(
      here.allianceId,
      id,
      context(() => Promise.reject(new Error('the process died'))),
    );
    await expect(dying).rejects.toThrow('the process died');
    expect(await here.count()).toBe(0);
    await run.run(
      here.allianceId,
      id,
      context(() => Promise.resolve()),
    );
    await run.run(
      here.allianceId,
      id,
      context(() => Promise.resolve()),
    );
    expect(await here.count()).toBe(2);
  });

  it('whose last try fails is a preview again and says that nothing was saved', async () => {
    const here = await newAlliance(app);
    const { id } = await here.upload(two);
    await app.database.query(`update partner_import set state = 'importing' where id = $1`, [id]);
    const progress = () => Promise.reject(new Error('still broken'));
    const last = app
      .get(RunImport)
      .run(here.allianceId, id, { jobId: newId(), attempt: 4, isLast: true, progress });
    await expect(last).rejects.toThrow('still broken');
    expect(await here.until(id, 'preview')).toMatchObject({ problem: { code: 'alliances/import-failed' } });
    expect((await here.run(id)).counts.created).toBe(2);
  });

  it('whose undoing fails at the last try stays carried out, says so, and can be undone again', async () => {
    const here = await newAlliance(app);
    const { id } = await here.run((await here.upload(two)).id);
    await app.database.query(`update partner_import set state = 'undoing' where id = $1`, [id]);
    const progress = () => Promise.reject(new Error('still broken'));
    const last = app
      .get(UndoImport)
      .run(here.allianceId, id, { jobId: newId(), attempt: 4, isLast: true, progress });
    await expect(last).rejects.toThrow('still broken');
    expect(await here.until(id, 'imported')).toMatchObject({ problem: { code: 'alliances/import-failed' } });
    expect(await here.undo(id)).toMatchObject({ problem: null, counts: { removed: 2 } });
  });

  it('whose reading fails at the last try says so instead of being read for ever', async () => {
    const here = await newAlliance(app);
    const { id } = await here.upload(two);
    await app.database.query(`update partner_import set state = 'reading' where id = $1`, [id]);
    const progress = () => Promise.reject(new Error('still broken'));
    const last = app
      .get(UploadImport)
      .read(here.allianceId, id, { jobId: newId(), attempt: 3, isLast: true, progress });
    await expect(last).rejects.toThrow('still broken');
    expect(await here.until(id, 'unreadable')).toMatchObject({
      problem: { code: 'alliances/import-failed' },
    });
  });

  it('stands in the partner’s history and in the alliance’s feed', async () => {
    const here = await newAlliance(app);
    await here.run((await here.upload(two)).id);
    const [bakery] = await partners(here);
    const lines = await eventually('the import is in the history', async () => {
      const { body } = await here.client.get<{ items: { type: string }[] }>(
        `/api/v1/alliances/${here.allianceId}/audit?subject=partner:${bakery?.id ?? ''}`,
      );
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(lines).toMatchObject([{ type: 'alliances.partner-imported', payload: { isNew: true } }]);
    const events = await app.database.query<{ type: string; payload: object }>(
      `select type, payload from event where alliance_id = $1 and type = 'alliances.partners-imported'`,
      [here.allianceId],
    );
    expect(events).toMatchObject([{ payload: { fileName: 'partnere.csv', created: 2, updated: 0 } }]);
  });
});
