import type { Transaction } from '../../database/transaction.js';
import { INSTALLATION } from '../../tenancy/actor.js';
import type { PastRoles } from '../past-roles.js';
import type { KnownOfPerson, PersonDataSource, PersonSubject } from '../person-data-source.js';

interface Row {
  title_da: string;
  title_en: string;
  table_name: string;
  rows: string;
}

const erased = 'Slettet person';

/** Names and addresses as text beside what people did or were sent; listed in the table `person_name`. */
export function namesSource(roles: PastRoles): PersonDataSource {
  return {
    name: 'platform.names',
    title: {
      da: 'Navn ved det, personen har gjort eller fået',
      en: 'Name beside what the person did or was sent',
    },
    collect: async (tx, subject, known) => {
      const rows = await places(tx, roles, subject, known, false);
      if (rows.length === 0) return [];
      return [
        {
          key: 'traces',
          title: { da: 'Det, du har gjort i alliancen', en: 'What you did in the alliance' },
          purpose: {
            da: 'At andre kan se, hvem der har gjort hvad.',
            en: 'So that others can see who did what.',
          },
          rows: rows.map((row) => ({
            key: row.table_name,
            label: { da: row.title_da, en: row.title_en },
            value: Number(row.rows),
          })),
        },
      ];
    },
    erase: async (tx, subject, known) => {
      const rows = await places(tx, roles, subject, known, true);
      return rows.map((row) => ({ table: row.table_name, rows: Number(row.rows) }));
    },
  };
}

async function places(
  tx: Transaction,
  roles: PastRoles,
  subject: PersonSubject,
  known: KnownOfPerson,
  forget: boolean,
): Promise<Row[]> {
  if (tx.allianceId === INSTALLATION) return [];
  const hasAccount = subject.kind === 'person';
  if (!hasAccount && known.emails.length === 0) return [];
  return tx.query<Row>(
    'select title_da, title_en, table_name, rows from rygrad_person_names($1, $2, $3, $4::citext[], $5)',
    [
      tx.allianceId,
      hasAccount ? subject.id : null,
      hasAccount ? await nameToLookFor(tx, roles, subject.id) : null,
      known.emails,
      forget,
    ],
  );
}

/**
 * Rows that say who it was by id are found by it, whatever the name. Older ones have the name alone: by it only where the
 * person has had a role, and while nobody else is called the same, neither with an account nor behind a link. Names are
 * chosen freely: whoever takes another's must reach nothing of theirs by it.
 */
async function nameToLookFor(tx: Transaction, roles: PastRoles, personId: string): Promise<string | null> {
  const [person] = await tx.query<{ name: string; merged_into: string | null; shared: boolean }>(
    `select p.name, p.merged_into, exists (select from person o where o.name = p.name and o.id <> p.id)
       or exists (select from link l where l.alliance_id = $2 and l.name = p.name
         and not exists (select from person_address a where a.person_id = p.id and a.email = l.email)) as shared
     from person p where p.id = $1`,
    [personId, tx.allianceId],
  );
  if (person === undefined || person.shared || person.name === erased) return null;
  const same = person.merged_into === null ? [personId] : [personId, person.merged_into];
  return (await roles.heldBy(tx, same)) ? person.name : null;
}
