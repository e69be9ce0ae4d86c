import type { Transaction } from '../../database/transaction.js';
import { INSTALLATION } from '../../tenancy/actor.js';
import type { PersonDataRow, PersonDataSource } from '../person-data-source.js';

interface Account {
  name: string;
  email: string;
  locale: string;
  is_admin: boolean;
  created_at: Date;
  deactivated_at: Date | null;
}

interface Reference {
  table_name: string;
  column_name: string;
  has_alliance: boolean;
}

/** Everything that is deleted with a person by the tables' own word: sessions, addresses, passkeys, logins, tokens, roles … */
const references = `select c.relname as table_name, a.attname as column_name,
    exists (select from pg_attribute l where l.attrelid = c.oid and l.attname = 'alliance_id' and not l.attisdropped)
      as has_alliance
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where k.contype = 'f' and k.confrelid = 'person'::regclass and k.confdeltype = 'c' and c.relname <> 'person'
    and k.connamespace = 'public'::regnamespace and cardinality(k.conkey) = 1
  order by c.relname, a.attname`;

const named: Readonly<Record<string, { da: string; en: string }>> = {
  alliance_member: { da: 'Roller', en: 'Roles' },
  api_token: { da: 'API-nøgler', en: 'API tokens' },
  idempotency: { da: 'Modtagne forespørgsler', en: 'Requests received' },
  login_attempt: { da: 'Påbegyndte login', en: 'Sign-ins begun' },
  meeting_group_member: { da: 'Pladser i grupper', en: 'Places in groups' },
  passkey: { da: 'Adgangsnøgler', en: 'Passkeys' },
  person_address: { da: 'Mailadresser', en: 'Mail addresses' },
  person_login: { da: 'Tilknyttede login', en: 'Linked logins' },
  reminder_visit: { da: 'Seneste besøg', en: 'Latest visits' },
  session: { da: 'Sessioner', en: 'Sessions' },
  sign_in: { da: 'Login-mails', en: 'Sign-in mails' },
};

/** Somebody's account, and in each alliance what hangs on it. */
export const accountSource: PersonDataSource = {
  name: 'platform.account',
  title: { da: 'Konto, login og roller', en: 'Account, sign-in and roles' },
  emails: async (tx, subject) => {
    if (subject.kind !== 'person') return [];
    const rows = await tx.query<{ email: string }>(
      `select lower(email::text) as email from person where id = $1 and erased_at is null
       union select lower(email::text) from person_address where person_id = $1`,
      [subject.id],
    );
    return rows.map(({ email }) => email).filter((email) => !email.endsWith('@invalid'));
  },
  others: async (tx, emails) => {
    const rows = await tx.query<{ email: string }>(
      `select lower(email::text) as email from person where email = any ($1::citext[])
       union select lower(email::text) from person_address where email = any ($1::citext[])`,
      [emails],
    );
    return rows.map(({ email }) => ({ email, name: null }));
  },
  collect: async (tx, subject) => {
    if (subject.kind !== 'person') return [];
    const isAccount = tx.allianceId === INSTALLATION;
    const own = isAccount ? await accountRows(tx, subject.id) : [];
    const counted = await countRows(tx, subject.id);
    if (own.length + counted.length === 0) return [];
    return [
      {
        key: 'account',
        title: isAccount
          ? { da: 'Din konto', en: 'Your account' }
          : { da: 'Din plads i alliancen', en: 'Your place in the alliance' },
        purpose: isAccount
          ? { da: 'At du kan logge ind og deltage.', en: 'So that you can sign in and take part.' }
          : {
              da: 'At du har adgang til det, din rolle giver.',
              en: 'So that you have what your role gives you.',
            },
        retention: { da: 'Til kontoen slettes.', en: 'Until the account is erased.' },
        rows: [...own, ...counted],
      },
    ];
  },
  erase: async (tx, subject, known) => {
    if (subject.kind !== 'person') return [];
    const erased = [];
    if (tx.allianceId === INSTALLATION) {
      erased.push({ table: 'person', rows: await empty(tx, subject.id) });
      const proofs = await tx.query(
        'delete from address_proof where subject_id = $1 or lower(email::text) = any ($2) returning id',
        [subject.id, known.emails],
      );
      erased.push({ table: 'address_proof', rows: proofs.length });
    }
    for (const { table_name: table, column_name: column, has_alliance: inAlliance } of await tables(tx)) {
      const where = inAlliance ? 'alliance_id = $2' : '$2::uuid is not null';
      // The emptied account keeps the one address that leads nowhere.
      const but = table === 'person_address' ? `and email not like '%@invalid'` : '';
      const rows = await tx.query(
        `delete from ${table} where ${column} = $1 and ${where} ${but} returning 1 as gone`,
        [subject.id, tx.allianceId],
      );
      erased.push({ table, rows: rows.length });
    }
    return erased;
  },
};

async function tables(tx: Transaction): Promise<Reference[]> {
  const all = await tx.query<Reference>(references);
  return all.filter(({ has_alliance: inAlliance }) => inAlliance === (tx.allianceId !== INSTALLATION));
}

async function accountRows(tx: Transaction, personId: string): Promise<PersonDataRow[]> {
  const [account] = await tx.query<Account>(
    `select name, email::text, locale, is_admin, created_at, deactivated_at from person
     where id = $1 and erased_at is null`,
    [personId],
  );
  if (account === undefined) return [];
  const addresses = await tx.query<{ email: string; verified_at: Date }>(
    `select email::text, verified_at from person_address where person_id = $1 and email not like '%@invalid'
     order by verified_at`,
    [personId],
  );
  const sessions = await tx.query<{ created_at: Date; user_agent: string | null; method: string }>(
    'select created_at, user_agent, method from session where person_id = $1 order by created_at',
    [personId],
  );
  return [
    { key: 'name', label: { da: 'Navn', en: 'Name' }, value: account.name },
    ...addresses.map((address) => ({
      key: 'email',
      label: { da: 'Mailadresse', en: 'Mail address' },
      value: address.email,
      at: address.verified_at.toISOString(),
    })),
    { key: 'locale', label: { da: 'Sprog', en: 'Language' }, value: account.locale },
    { key: 'is_admin', label: { da: 'Administrator', en: 'Administrator' }, value: account.is_admin },
    { key: 'created_at', label: { da: 'Oprettet', en: 'Created' }, value: account.created_at.toISOString() },
    ...sessions.map((session) => ({
      key: 'session',
      label: { da: 'Login', en: 'Sign-in' },
      value: [session.method, session.user_agent].filter(Boolean).join(', '),
      at: session.created_at.toISOString(),
    })),
  ];
}

async function countRows(tx: Transaction, personId: string): Promise<PersonDataRow[]> {
  const rows: PersonDataRow[] = [];
  for (const { table_name: table, column_name: column, has_alliance: inAlliance } of await tables(tx)) {
    if (table === 'person_address' || table === 'session') continue;
    const [found] = await tx.query<{ n: number }>(
      `select count(*)::int as n from ${table} where ${column} = $1 and ${inAlliance ? 'alliance_id = $2' : '$2::uuid is not null'}`,
      [personId, tx.allianceId],
    );
    if ((found?.n ?? 0) > 0)
      rows.push({ key: table, label: named[table] ?? { da: table, en: table }, value: found?.n ?? 0 });
  }
  return rows;
}

async function empty(tx: Transaction, personId: string): Promise<number> {
  const emptied = await tx.query(
    `update person set name = 'Slettet person', email = $2, is_admin = false, erased_at = $3,
       deactivated_at = coalesce(deactivated_at, $3)
     where id = $1 and erased_at is null returning id`,
    [personId, `slettet-${personId}@invalid`, tx.now()],
  );
  return emptied.length;
}
