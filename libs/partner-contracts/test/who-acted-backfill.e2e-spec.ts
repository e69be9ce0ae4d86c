import { resolve } from 'node:path';
import { newId } from '#libs/kernel';
import { withMigrations } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '#libs/testing';

const folder = resolve('migrations');
const at = '2026-10-01T08:00:00.123Z';

describe('names that stood without an id before ids were written', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const hasIds = async (): Promise<boolean> =>
    (
      await database.query(
        `select from information_schema.columns where table_name = 'contract_step' and column_name = 'by_id'`,
      )
    ).length > 0;

  async function person(name: string, allianceId?: string, since = '2026-01-01'): Promise<string> {
    const id = newId();
    await database.query(`insert into person (id, name, email, locale) values ($1, $2, $3, 'da')`, [
      id,
      name,
      `${id}@sekretariat.example`,
    ]);
    if (allianceId !== undefined)
      await database.query(
        `insert into alliance_member (id, alliance_id, person_id, role, created_at) values ($1, $2, $3, 'member', $4)`,
        [newId(), allianceId, id, since],
      );
    return id;
  }

  it('get the one who acted where it is beyond doubt, and nobody otherwise; also when undone and done again', async () => {
    await withMigrations(database.ownerUrl, folder, async (source) => {
      while (await hasIds()) await source.undoLastMigration();
    });
    const [allianceId, organisationId, enquiryId] = [newId(), newId(), newId()];
    await database.query('insert into alliance (id, slug, name) values ($1, $2, $2)', [allianceId, 'gammel']);
    await database.query(
      `insert into organisation (id, alliance_id, kind, name) values ($2, $1, 'company', 'Smedjen')`,
      [allianceId, organisationId],
    );
    await database.query(
      `insert into enquiry (id, alliance_id, partner_organisation_id, holder_organisation_id, channel, state,
         response_days, received_at, response_due_at, act_due_at)
       values ($1, $2, $3, $3, 'direct', 'received', 5, $4, $4::timestamptz + interval '5 days', $4)`,
      [enquiryId, allianceId, organisationId, at],
    );
    const renamed = await person('Mette Nielsen', allianceId);
    const winner = await person('Karla Krogh');
    const merged = await person('Karla Krogh (gammel)');
    await database.query('update person set merged_into = $2 where id = $1', [merged, winner]);
    const only = await person('Ene Eneste', allianceId);
    await person('To Ens', allianceId);
    await person('To Ens');
    await person('Ny Navn', allianceId, '2026-11-01');
    await person('Ude Frakommen');
    await person('Smedjen', allianceId);
    const linked = await person('Lis Link', allianceId);
    await database.query(
      `insert into link (id, alliance_id, purpose, subject_id, token_hash, email, name, locale, created_at, expires_at)
       values ($1, $2, 'enquiry', $3, 'x', 'lis@virksomhed.example', 'Lis Link', 'da', $4, $4)`,
      [newId(), allianceId, enquiryId, at],
    );

    const expected = new Map<string, string | null>();
    let second = 0;
    const step = async (
      byName: string,
      expectedId: string | null,
      events: readonly (readonly [kind: string, actorId: string | null])[] = [],
    ): Promise<void> => {
      const [id, moment] = [newId(), new Date(Date.parse(at) + (second += 1) * 1000)];
      await database.query(
        `insert into enquiry_step (id, alliance_id, enquiry_id, kind, happened_at, by_name)
         values ($1, $2, $3, 'help-wanted', $4, $5)`,
        [id, allianceId, enquiryId, moment, byName],
      );
      for (const [kind, actorId] of events)
        await database.query(
          `insert into event (id, alliance_id, type, occurred_at, actor_kind, actor_id, subject_kind, subject_id, payload)
           values ($1, $2, 'enquiries.help-wanted', $3, $4, $5, 'enquiry', $6, '{}')`,
          [newId(), allianceId, moment, kind, actorId, enquiryId],
        );
      expected.set(id, expectedId);
    };
    await step('Mette Sørensen', renamed, [['person', renamed]]);
    await step('Karla Krogh (gammel)', winner, [
      ['person', merged],
      ['person', winner],
    ]);
    await step('Ene Eneste', only, [['system', null]]);
    await step('Ene Eneste', only);
    await step('Mette Sørensen', null, [
      ['person', renamed],
      ['person', only],
    ]);
    await step('Karen Kontakt', null, [['link', newId()]]);
    await step('Smedjen', null, [['person', renamed]]);
    await step('Slettet person', null, [['person', renamed]]);
    for (const name of ['To Ens', 'Ny Navn', 'Ude Frakommen', 'Lis Link', 'Smedjen', 'young-person'])
      await step(name, null);
    expect(linked).not.toBe('');

    const found = async (): Promise<Map<string, string | null>> =>
      new Map(
        (
          await database.query<{ id: string; by_id: string | null }>(
            'select id, by_id from enquiry_step order by happened_at',
          )
        ).map((row) => [row.id, row.by_id]),
      );
    for (const _time of ['first', 'again']) {
      await withMigrations(database.ownerUrl, folder, (source) => source.runMigrations());
      expect(await found()).toEqual(expected);
      await withMigrations(database.ownerUrl, folder, async (source) => {
        while (await hasIds()) await source.undoLastMigration();
      });
      expect(await database.query('select id from enquiry_step')).toHaveLength(expected.size);
    }
  });
});
