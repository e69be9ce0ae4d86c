import type { Transaction } from '../../database/transaction.js';
import type { LinkPurposes } from '../../links/link-purposes.js';
import type { PersonDataSource, PersonSubject } from '../person-data-source.js';
import type { PersonSubjectKeeper } from '../person-subjects.js';
import { linkSection, type SentLink } from './links.source.js';

interface Row extends SentLink {
  subject_id: string;
  has_account: boolean;
}

/** Whoever a link was sent to, and who need be nobody else here: kept by those who may end and pass on the link. */
export const linkHolderKeeper: PersonSubjectKeeper = {
  kind: 'link-holder',
  policySubject: 'Link',
  actions: { see: 'update', erase: 'update' },
  find: async (tx, id) => {
    const row = await linkOf(tx, { kind: 'link-holder', id });
    return row && { name: row.name, row: { purpose: row.purpose } };
  },
};

/** The same link, however often it was sent: to the same thing, for the same organisation, made out alike. */
const same = `t.alliance_id = $1 and t.id = $2 and l.alliance_id = t.alliance_id and l.purpose = t.purpose
  and l.subject_id = t.subject_id and l.organisation_id is not distinct from t.organisation_id
  and l.name = t.name and l.email = t.email and t.email <> 'slettet@invalid'`;

/**
 * Leads from a link to the link and to what is made out to its holder about its one thing, never to whatever else is kept
 * under the address: whoever may pass a link on may type any. Of an address that an account has proved, what its holder did
 * is the account's: then it is the link and its mails only.
 */
export function linkHolderSource(purposes: LinkPurposes): PersonDataSource {
  return {
    name: 'platform.link-holder',
    title: { da: 'Linket', en: 'The link' },
    madeOut: async (tx, subject) => {
      const row = await linkOf(tx, subject);
      if (row === undefined) return [];
      const things = await purposes.find(row.purpose)?.describe(tx, [row.subject_id]);
      const thing = things?.get(row.subject_id)?.id ?? row.subject_id;
      const about = [...new Set([row.subject_id, thing])];
      return [{ name: row.name, email: row.email, about, isAccounts: row.has_account }];
    },
    collect: async (tx, { kind, id }) => {
      if (kind !== 'link-holder') return [];
      const rows = await tx.query<SentLink>(
        `select l.purpose, l.name, l.email::text, l.created_at from link t, link l where ${same} order by l.id`,
        [tx.allianceId, id],
      );
      return rows.map(linkSection);
    },
    erase: async (tx, { kind, id }) => {
      if (kind !== 'link-holder') return [];
      const gone = await tx.query(
        `update link l set name = 'Slettet', email = 'slettet@invalid',
           revoked_at = case when l.spent_at is null then coalesce(l.revoked_at, $3) else l.revoked_at end
         from link t where ${same} returning l.id`,
        [tx.allianceId, id, tx.now()],
      );
      return [{ table: 'link', rows: gone.length }];
    },
  };
}

async function linkOf(tx: Transaction, { kind, id }: PersonSubject): Promise<Row | undefined> {
  if (kind !== 'link-holder') return undefined;
  const [row] = await tx.query<Row>(
    `select l.name, lower(l.email::text) as email, l.purpose, l.subject_id, l.created_at,
       exists (select from person p where p.email = l.email)
         or exists (select from person_address a where a.email = l.email) as has_account
     from link l where l.alliance_id = $1 and l.id = $2 and l.email <> 'slettet@invalid'`,
    [tx.allianceId, id],
  );
  return row;
}
