import { type KnownOfPerson, type PersonDataSource, theirsByAddress, type Transaction } from '#libs/platform';

interface Row {
  id: string;
  name: string;
  email: string;
  role: string;
  organisation: string | null;
  created_at: Date;
  accepted_email: string | null;
}

const sentTo = theirsByAddress({ name: 'i.name', email: 'i.email', about: 'i.id' }, '$3', '$4');
const theirs = `i.alliance_id = $1 and (i.accepted_by_id = $2 or ${sentTo} or lower(i.accepted_email::text) = any ($3))`;

/** Invitations to somebody: those they accepted, and those sent to one of their addresses. */
export const invitationSource: PersonDataSource = {
  name: 'alliances.invitation',
  title: { da: 'Invitationer', en: 'Invitations' },
  collect: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const rows = await tx.query<Row>(
      `select i.id, i.name, i.email::text, i.role, o.name as organisation, i.created_at, i.accepted_email::text
       from invitation i left join organisation o on o.alliance_id = i.alliance_id and o.id = i.organisation_id
       where ${theirs} order by i.created_at`,
      parameters(tx, subject.id, known),
    );
    return rows.map((row) => ({
      key: 'invitation',
      title: { da: 'Invitation', en: 'Invitation' },
      purpose: { da: 'At du kan komme med i alliancen.', en: 'So that you can join the alliance.' },
      recipients: { da: 'Sekretariatet.', en: 'The secretariat.' },
      retention: {
        da: 'Til invitationen er taget imod, trukket tilbage eller udløbet, og derefter så længe, som alliancen har bestemt.',
        en: 'Until the invitation is accepted, withdrawn or expired, and then for as long as the alliance has decided.',
      },
      source: { da: 'Den, der inviterede dig.', en: 'Whoever invited you.' },
      rows: [
        {
          key: 'name',
          label: { da: 'Navn', en: 'Name' },
          value: row.name,
          at: row.created_at.toISOString(),
        },
        { key: 'email', label: { da: 'Mail', en: 'Mail' }, value: row.email },
        {
          key: 'accepted_email',
          label: { da: 'Taget imod på', en: 'Accepted on' },
          value: row.accepted_email,
        },
        { key: 'role', label: { da: 'Rolle', en: 'Role' }, value: row.role },
        { key: 'organisation', label: { da: 'Organisation', en: 'Organisation' }, value: row.organisation },
      ],
    }));
  },
  erase: async (tx, subject, known) => {
    const gone = await tx.query(
      `delete from invitation i where ${theirs} returning i.id`,
      parameters(tx, subject.id, known),
    );
    return [{ table: 'invitation', rows: gone.length }];
  },
};

function parameters(tx: Transaction, id: string, { emails, shared }: KnownOfPerson): unknown[] {
  return [tx.allianceId, id, emails, JSON.stringify(shared)];
}
