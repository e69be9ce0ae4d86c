import { resolve } from 'node:path';
import { newId } from '#libs/kernel';
import { withMigrations } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '#libs/testing';

const folder = resolve('migrations');

describe('the one consent that participants had before there was a history', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('becomes its first line, and comes back when the migrations are undone', async () => {
    const [allianceId, organisationId, participantId] = [newId(), newId(), newId()];
    await database.query('insert into alliance (id, slug, name) values ($1, $2, $2)', [allianceId, 'foer']);
    await database.query(
      `insert into organisation (id, alliance_id, kind, name) values ($2, $1, 'municipality', 'Hjørring Kommune')`,
      [allianceId, organisationId],
    );
    const old = async () =>
      database.query(
        `select consent_purpose, consent_text_version, consent_given_on::text, consent_expires_on::text
         from participant where id = $1`,
        [participantId],
      );
    await withMigrations(database.ownerUrl, folder, async (source) => {
      // One migration after the other, as long as the history is there.
      const isThere = async () =>
        (
          await database.query(
            `select to_regclass('participant_consent') as t where to_regclass('participant_consent') is not null`,
          )
        ).length > 0;
      while (await isThere()) await source.undoLastMigration();
    });
    await database.query(
      `insert into participant (id, alliance_id, organisation_id, pseudonym, birth_year, consent_purpose,
         consent_text_version, consent_given_on, consent_expires_on)
       values ($3, $1, $2, 'UNG-1', 2008, 'Ungegarantien', '7', '2026-01-02', '2028-01-02')`,
      [allianceId, organisationId, participantId],
    );
    const before = await old();
    await withMigrations(database.ownerUrl, folder, (source) => source.runMigrations());
    const [consent] = await database.query(
      `select t.purpose, t.text_version, t.body, c.given_on::text, c.expires_on::text, c.given_by, p.consent_ends_on::text,
         p.consent_withdrawn
       from participant_consent c join participant_consent_text t on t.id = c.text_id
       join participant p on p.id = c.participant_id where p.id = $1`,
      [participantId],
    );
    expect(consent).toEqual({
      purpose: 'Ungegarantien',
      text_version: '7',
      body: null,
      given_on: '2026-01-02',
      expires_on: '2028-01-02',
      given_by: null,
      consent_ends_on: '2028-01-02',
      consent_withdrawn: false,
    });
    await withMigrations(database.ownerUrl, folder, async (source) => {
      const isFolded = async () =>
        (
          await database.query(
            `select from information_schema.columns where table_name = 'participant' and column_name = 'consent_ends_on'`,
          )
        ).length > 0;
      while (await isFolded()) await source.undoLastMigration();
    });
    expect(await old()).toEqual(before);
  });
});
