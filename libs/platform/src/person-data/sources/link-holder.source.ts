import type { Transaction } from '../../database/transaction.js';
import type { PersonDataSource, PersonSubject } from '../person-data-source.js';
import type { PersonSubjectKeeper } from '../person-subjects.js';
import { linkSection, type SentLink } from './links.source.js';

interface Row extends SentLink {
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

/**
 * Leads from a link to all that is kept under its address, in every module. An address that an account has proved is that
 * account's: then it is this one link only.
 */
export const linkHolderSource: PersonDataSource = {
  name: 'platform.link-holder',
  title: { da: 'Linket', en: 'The link' },
  emails: async (tx, subject) => {
    const row = await linkOf(tx, subject);
    return row === undefined || row.has_account ? [] : [row.email];
  },
  collect: async (tx, subject) => {
    const row = await linkOf(tx, subject);
    if (row?.has_account !== true) return [];
    return [linkSection(row)];
  },
  erase: async (tx, subject) => {
    if (subject.kind !== 'link-holder') return [];
    const gone = await tx.query(
      `update link set name = 'Slettet', email = 'slettet@invalid',
         revoked_at = case when spent_at is null then coalesce(revoked_at, $3) else revoked_at end
       where alliance_id = $1 and id = $2 and email <> 'slettet@invalid' returning id`,
      [tx.allianceId, subject.id, tx.now()],
    );
    return [{ table: 'link', rows: gone.length }];
  },
};

async function linkOf(tx: Transaction, { kind, id }: PersonSubject): Promise<Row | undefined> {
  if (kind !== 'link-holder') return undefined;
  const [row] = await tx.query<Row>(
    `select l.name, lower(l.email::text) as email, l.purpose, l.created_at,
       exists (select from person p where p.email = l.email)
         or exists (select from person_address a where a.email = l.email) as has_account
     from link l where l.alliance_id = $1 and l.id = $2 and l.email <> 'slettet@invalid'`,
    [tx.allianceId, id],
  );
  return row;
}
