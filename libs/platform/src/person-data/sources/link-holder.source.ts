import type { Transaction } from '../../database/transaction.js';
import type { PersonDataSource, PersonSubject } from '../person-data-source.js';
import type { PersonSubjectKeeper } from '../person-subjects.js';

interface Row {
  name: string;
  email: string;
  purpose: string;
  has_account: boolean;
  created_at: Date;
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
    return [
      {
        key: 'link',
        title: { da: 'Link sendt til dig', en: 'Link sent to you' },
        purpose: { da: 'At du kan svare uden konto.', en: 'So that you can answer without an account.' },
        rows: [
          {
            key: 'purpose',
            label: { da: 'Til', en: 'For' },
            value: row.purpose,
            at: row.created_at.toISOString(),
          },
          { key: 'name', label: { da: 'Navn', en: 'Name' }, value: row.name },
          { key: 'email', label: { da: 'Mail', en: 'Mail' }, value: row.email },
        ],
      },
    ];
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
