import {
  type KnownOfPerson,
  type PersonDataFile,
  type PersonDataSource,
  theirsByAddress,
  type Transaction,
} from '#libs/platform';

interface Row {
  id: string;
  status: string;
  organisation: string;
  side: Party;
  name: string;
  email: string;
  created_at: Date;
  signed_at: Date | null;
  files: PersonDataFile[];
}

/** Contracts that nobody is bound by: what stands in the others is evidence between two parties. */
const unbound = `status in ('draft', 'sent', 'withdrawn', 'void')`;

type Party = 'recipient' | 'sender';
const partyIs = (table: string, party: Party): string =>
  theirsByAddress(
    { name: `${table}.${party}_name`, email: `${table}.${party}_email`, about: `${table}.id` },
    '$2',
    '$3',
  );
const signatureIs = theirsByAddress({ name: 'g.name', email: 'g.email', about: 'g.contract_id' }, '$2', '$3');

/** Who a contract was sent to and by, and who signed it. */
export const contractPartiesSource: PersonDataSource = {
  name: 'partner-contracts.parties',
  title: {
    da: 'Modtager og afsender af aftaler, der ikke gælder',
    en: 'Addressee and sender of agreements not in force',
  },
  collect: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    return (await parties(tx, known)).map((row) => ({
      key: 'contract',
      title: { da: 'Garantikontrakt', en: 'Guarantee contract' },
      purpose: {
        da: 'At aftalen kan underskrives, og at det kan vises, hvem der gjorde det.',
        en: 'So that the agreement can be signed, and that it can be shown who did.',
      },
      retention: {
        da: 'Underskrevne aftaler: så længe de er bevis. Andre: til partneren sletter dem eller beder om det.',
        en: 'Signed agreements: as long as they are evidence. Others: until they are removed or you ask for it.',
      },
      rows: [
        { key: 'organisation', label: { da: 'Partner', en: 'Partner' }, value: row.organisation },
        {
          key: row.side,
          label:
            row.side === 'recipient' ? { da: 'Modtager', en: 'Addressee' } : { da: 'Afsender', en: 'Sender' },
          value: row.name,
          at: row.created_at.toISOString(),
        },
        { key: 'email', label: { da: 'Mail', en: 'Mail' }, value: row.email },
        {
          key: 'signed_at',
          label: { da: 'Underskrevet', en: 'Signed' },
          value: row.signed_at?.toISOString() ?? null,
        },
      ],
      files: row.files,
    }));
  },
  erase: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const where = parameters(tx, known);
    const signings = await tx.query(
      `delete from contract_signing s using contract c
       where s.alliance_id = $1 and c.alliance_id = s.alliance_id and c.id = s.contract_id and c.${unbound}
         and ${partyIs('c', 'recipient')} returning s.contract_id`,
      where,
    );
    const voided = await tx.query(
      `update contract_signature g set name = 'Slettet person', email = 'slettet@invalid', strokes = null
       where g.alliance_id = $1 and ${signatureIs} and g.voided_at is not null returning g.id`,
      where,
    );
    let contracts = 0;
    for (const side of ['recipient', 'sender'] as const)
      contracts += (
        await tx.query(
          `update contract c set ${side}_name = 'Slettet person', ${side}_email = 'slettet@invalid'
           where c.alliance_id = $1 and ${partyIs('c', side)} and c.${unbound} returning c.id`,
          where,
        )
      ).length;
    return [
      { table: 'contract_signing', rows: signings.length },
      { table: 'contract_signature', rows: voided.length },
      { table: 'contract', rows: contracts },
    ];
  },
  keeps: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const bound = (await parties(tx, known)).filter(
      ({ status }) => !['draft', 'sent', 'withdrawn', 'void'].includes(status),
    );
    if (bound.length === 0) return [];
    return [
      {
        title: { da: 'Underskrevne aftaler', en: 'Signed agreements' },
        why: {
          da: 'En underskrevet aftale er bevis mellem partneren og alliancen. Navn, mail og underskrift bliver stående i den (GDPR art. 17, stk. 3, litra e).',
          en: 'A signed agreement is evidence between the partner and the alliance. Name, mail and signature stay in it (GDPR art. 17 (3) (e)).',
        },
      },
    ];
  },
};

function parameters(tx: Transaction, { emails, shared }: KnownOfPerson): unknown[] {
  return [tx.allianceId, emails, JSON.stringify(shared)];
}

async function parties(tx: Transaction, known: KnownOfPerson): Promise<Row[]> {
  return tx.query<Row>(
    `select c.id, c.status, o.name as organisation, s.side, s.name, s.email, c.created_at, c.signed_at,
       array(select json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
         from file f where f.alliance_id = c.alliance_id and f.id in (c.partner_document_id, c.document_id)
           and f.size > 0 order by f.id) as files
     from contract c
     join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
     cross join lateral (values ('recipient', c.recipient_name, lower(c.recipient_email::text)),
       ('sender', c.sender_name, lower(c.sender_email::text))) s (side, name, email)
     where c.alliance_id = $1 and ${theirsByAddress({ name: 's.name', email: 's.email', about: 'c.id' }, '$2', '$3')}
     order by c.created_at, c.id`,
    parameters(tx, known),
  );
}
