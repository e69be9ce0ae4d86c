import type { Transaction } from '../../database/transaction.js';
import type { KnownOfPerson, PersonDataSource } from '../person-data-source.js';
import { sentByShared } from '../shared-addresses.js';

interface Row {
  template: string;
  state: string;
  created_at: Date;
}

const toThem = `(lower(recipient_email) = any ($3) and recipient_name <> all ($5)
  or ${sentByShared({ name: 'recipient_name', email: 'recipient_email', about: 'about_id' }, '$4')})`;
const mine = `alliance_id = $1 and (about_id = any ($2) or ${toThem} or lower(reply_to_email) = any ($3))`;

/** Mails to the person and about them: addressee, answer and content. That one was sent stays. */
export const mailsSource: PersonDataSource = {
  name: 'platform.mails',
  title: { da: 'Mails: modtager og indhold', en: 'Mails: addressee and content' },
  collect: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const rows = await tx.query<Row>(
      `select template, state, created_at from delivery
       where alliance_id = $1 and (${toThem} or about_id = any ($2)) order by id`,
      parameters(tx, known),
    );
    if (rows.length === 0) return [];
    return [
      {
        key: 'mails',
        title: { da: 'Mails til dig eller om dig', en: 'Mails to you or about you' },
        purpose: {
          da: 'At vise, hvad der er sendt, og om det kom frem.',
          en: 'To show what was sent and whether it arrived.',
        },
        rows: rows.map((row) => ({
          key: row.template,
          label: { da: 'Mail', en: 'Mail' },
          value: `${row.template}: ${row.state}`,
          at: row.created_at.toISOString(),
        })),
      },
    ];
  },
  erase: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const settled = await tx.query(
      `update delivery set content = null, answer = null,
         recipient_name = case when ${toThem} then 'Slettet' else recipient_name end,
         recipient_email = case when ${toThem} then 'slettet@invalid' else recipient_email end,
         sender_name = case when lower(reply_to_email) = any ($3) then null else sender_name end,
         reply_to_name = case when lower(reply_to_email) = any ($3) then null else reply_to_name end,
         reply_to_email = case when lower(reply_to_email) = any ($3) then null else reply_to_email end,
         state = case when state = 'pending' then 'dropped' else state end,
         settled_at = case when state = 'pending' then $6::timestamptz else settled_at end
       where ${mine} and (content is not null or answer is not null
         or ${toThem} or lower(reply_to_email) = any ($3))
       returning id`,
      [...parameters(tx, known), tx.now()],
    );
    return [{ table: 'delivery', rows: settled.length }];
  },
  // Said whether or not somebody has: who else is known by an address is nobody's to find out here.
  keeps: (_tx, subject) =>
    Promise.resolve(
      subject.kind === 'person'
        ? []
        : [
            {
              title: { da: 'Det, der er andres på samme adresse', en: 'What is others’ at the same address' },
              why: {
                da: 'Har en anden samme mailadresse, bliver mails og links til den anden stående. En adresse alene siger ikke, hvem det er.',
                en: 'If somebody else has the same mail address, mails and links to them stay. An address alone does not say who it is.',
              },
            },
          ],
    ),
};

function parameters(tx: Transaction, { subjects, emails, shared, apart }: KnownOfPerson): unknown[] {
  return [tx.allianceId, subjects.map(({ id }) => id), emails, JSON.stringify(shared), apart];
}
