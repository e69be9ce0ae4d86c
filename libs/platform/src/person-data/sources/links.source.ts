import type { KnownOfPerson, PersonDataSection, PersonDataSource } from '../person-data-source.js';
import type { Transaction } from '../../database/transaction.js';
import { sentByShared } from '../shared-addresses.js';

/** A link that was sent to somebody. */
export interface SentLink {
  purpose: string;
  name: string;
  email: string;
  created_at: Date;
}

const toThem = `(lower(email::text) = any ($2) and name <> all ($4)
  or ${sentByShared({ name: 'name', email: 'email', about: 'subject_id' }, '$3')})`;
const mine = `alliance_id = $1 and (subject_id = any ($5) or ${toThem})`;

/** Links mailed to the person, or that open something of theirs: they end, and say nobody's name. Who is known by a link alone has a source of their own. */
export const linksSource: PersonDataSource = {
  name: 'platform.links',
  title: { da: 'Links, der er sendt', en: 'Links that were sent' },
  collect: async (tx, subject, known) => {
    if (subject !== known.subjects[0] || subject.kind === 'link-holder') return [];
    const rows = await tx.query<SentLink>(
      `select purpose, name, email::text, created_at from link
       where alliance_id = $1 and ${toThem} order by id`,
      parameters(tx, known),
    );
    return rows.map(linkSection);
  },
  erase: async (tx, subject, known) => {
    if (subject !== known.subjects[0] || subject.kind === 'link-holder') return [];
    const ended = await tx.query(
      `update link set revoked_at = coalesce(revoked_at, $6),
         name = case when ${toThem} then 'Slettet' else name end,
         email = case when ${toThem} then 'slettet@invalid' else email end
       where ${mine} and (revoked_at is null or email <> 'slettet@invalid' and ${toThem}) returning id`,
      [...parameters(tx, known), known.subjects.map(({ id }) => id), tx.now()],
    );
    return [{ table: 'link', rows: ended.length }];
  },
};

function parameters(tx: Transaction, { emails, shared, apart }: KnownOfPerson): unknown[] {
  return [tx.allianceId, emails, JSON.stringify(shared), apart];
}

/** A link as whoever it was sent to is told of it. */
export function linkSection(row: SentLink): PersonDataSection {
  return {
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
  };
}
