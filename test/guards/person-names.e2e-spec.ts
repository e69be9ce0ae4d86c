import { createTestDatabase, type TestDatabase } from '#libs/testing';

/** Columns that are called a name or an address and are reached by another way, or say nobody's; each with the reason. */
const apart: Readonly<Record<string, string>> = {
  'anchor_setting.mail_to': 'the anchor addresses source',
  'address_proof.email': 'the account source deletes proofs of the person’s addresses',
  'contact_person.email': 'the contact person source',
  'contact_person.name': 'the contact person source',
  'contact_person.phone': 'the contact person source',
  'contract.recipient_email': 'the contract parties source; evidence once signed',
  'contract.recipient_name': 'the contract parties source; evidence once signed',
  'contract.sender_email': 'the contract parties source; evidence once signed',
  'contract.sender_name': 'the contract parties source; evidence once signed',
  'contract_signature.email': 'the contract parties source; evidence unless voided',
  'contract_signature.name': 'the contract parties source; evidence unless voided',
  'contract_signing.name': 'the contract parties source',
  'delivery.recipient_email': 'the mails source',
  'delivery.recipient_name': 'the mails source',
  'delivery.reply_to_email': 'the mails source',
  'delivery.reply_to_name': 'the mails source',
  'delivery.sender_name': 'the mails source',
  'enquiry_person.contact_address': 'the enquiry person source',
  'enquiry_person.first_name': 'the enquiry person source',
  'enquiry_step.contact_person': 'emptied with the enquiry’s person; no address to find them by otherwise',
  'enquiry_step.contact_reach': 'emptied with the enquiry’s person; no address to find them by otherwise',
  'event.actor_name': 'written by version 0.1 only, and sealed; later events carry an id',
  'invitation.accepted_email': 'the invitation is deleted by its person or address',
  'link.email': 'the links source',
  'link.name': 'the links source',
  'person.email': 'the account source',
  'person.name': 'the account source',
  'person_address.email': 'the account source',
  ...Object.fromEntries(
    [
      'alliance.name',
      'anchor.file_name',
      'api_token.name',
      'contract_template.name',
      'delivery.check_name',
      'file.name',
      'indicator.name',
      'initiative.name',
      'meeting_group.name',
      'organisation.address',
      'organisation.name',
      'partner_import.file_name',
      'passkey.name',
      'person_name.table_name',
      'person_reference.column_name',
      'person_reference.table_name',
      'retention_rule.name',
      'webhook.name',
    ].map((name) => [name, 'names a thing, not a person']),
  ),
};

/** Lists of texts that hold no name and no address, whatever they are called. */
const wordLists: readonly string[] = [
  'api_token.scopes',
  'identity_provider.cvrs',
  'initiative.operating_units',
  'passkey.transports',
  'webhook.types',
];

/** Names without an id or an address beside them, each with the reason. */
const byNameOnly: Readonly<Record<string, string>> = {
  'meeting.approved_by_name':
    'who approved the minutes stands in them; found by name while nobody else is called so',
};

describe('names and addresses of people', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('are all reached by erasure: listed in person_name, erased by a source, or nobody’s', async () => {
    const columns = await database.query<{ name: string }>(`
      select table_name || '.' || column_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'USER-DEFINED')
        and (column_name ~ '(^|_)(name|email|mail|phone|address|reach)$' or column_name like '%contact_person%')
      order by 1`);
    const listed = await database.query<{ name: string }>(
      `select table_name || '.' || unnest(array_remove(array[name_column, email_column], null)) as name from person_name`,
    );
    const known = new Set([...listed.map(({ name }) => name), ...Object.keys(apart)]);
    expect(columns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('stand in no list of texts that erasure does not reach', async () => {
    const lists = await database.query<{ name: string }>(`
      select table_name || '.' || column_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'ARRAY'
        and udt_name in ('_text', '_varchar', '_citext')
      order by 1`);
    const known = new Set([...Object.keys(apart), ...wordLists]);
    expect(lists.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    const there = new Set(lists.map(({ name }) => name));
    expect([...wordLists, 'anchor_setting.mail_to'].filter((name) => !there.has(name))).toEqual([]);
  });

  it('stand beside the id or the address of whoever it is', async () => {
    const alone = await database.query<{ name: string }>(
      `select table_name || '.' || name_column as name from person_name
       where id_column is null and email_column is null order by 1`,
    );
    expect(alone.map(({ name }) => name).filter((name) => !(name in byNameOnly))).toEqual([]);
  });

  it('are columns that exist', async () => {
    const columns = await database.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const there = new Set(columns.map(({ name }) => name));
    const listed = await database.query<{ name: string }>(
      `select table_name || '.' || unnest(array_remove(array[name_column, id_column, email_column], null)) as name
       from person_name`,
    );
    expect(listed.map(({ name }) => name).filter((name) => !there.has(name))).toEqual([]);
  });
});
