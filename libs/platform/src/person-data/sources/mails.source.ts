import type { Transaction } from '../../database/transaction.js';
import type { PersonDataSource } from '../person-data-source.js';

interface Row {
  template: string;
  state: string;
  created_at: Date;
}

const mine = `alliance_id = $1 and (about_id = any ($2) or lower(recipient_email) = any ($3) or lower(reply_to_email) = any ($3))`;

/** Mails to the person and about them: addressee, answer and content. That one was sent stays. */
export const mailsSource: PersonDataSource = {
  name: 'platform.mails',
  title: { da: 'Mails: modtager og indhold', en: 'Mails: addressee and content' },
  collect: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const rows = await tx.query<Row>(
      `select template, state, created_at from delivery
       where alliance_id = $1 and (lower(recipient_email) = any ($3) or about_id = any ($2)) order by id`,
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
         recipient_name = case when lower(recipient_email) = any ($3) then 'Slettet' else recipient_name end,
         recipient_email = case when lower(recipient_email) = any ($3) then 'slettet@invalid' else recipient_email end,
         sender_name = case when lower(reply_to_email) = any ($3) then null else sender_name end,
         reply_to_name = case when lower(reply_to_email) = any ($3) then null else reply_to_name end,
         reply_to_email = case when lower(reply_to_email) = any ($3) then null else reply_to_email end,
         state = case when state = 'pending' then 'dropped' else state end,
         settled_at = case when state = 'pending' then $4::timestamptz else settled_at end
       where ${mine} and (content is not null or answer is not null
         or lower(recipient_email) = any ($3) or lower(reply_to_email) = any ($3))
       returning id`,
      [...parameters(tx, known), tx.now()],
    );
    return [{ table: 'delivery', rows: settled.length }];
  },
};

function parameters(
  tx: Transaction,
  known: { subjects: readonly { id: string }[]; emails: readonly string[] },
): unknown[] {
  return [tx.allianceId, known.subjects.map(({ id }) => id), known.emails];
}
