import type { PersonDataSource, PersonSubject, PersonSubjectKeeper, Transaction } from '#libs/platform';

interface ContactRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  is_primary: boolean;
  organisation: string;
  created_at: Date;
}

/** A partner's contact person: the secretariat's to hand out and erase, as it is to edit. */
export const contactPersonKeeper: PersonSubjectKeeper = {
  kind: 'contact-person',
  policySubject: 'Partner',
  actions: { see: 'update', erase: 'update' },
  find: async (tx, id) => {
    const [row] = await tx.query<{ name: string; organisation_id: string }>(
      'select name, organisation_id from contact_person where alliance_id = $1 and id = $2',
      [tx.allianceId, id],
    );
    return row && { name: row.name, row: { id: row.organisation_id } };
  },
};

/** Contact persons of partners; somebody with an account is the contact persons that have one of their addresses. */
export const contactPersonSource: PersonDataSource = {
  name: 'alliances.contact-person',
  title: { da: 'Kontaktperson hos en partner', en: 'Contact person at a partner' },
  related,
  emails: async (tx, subject) => (await madeOut(tx, subject)).map(({ email }) => email),
  madeOut,
  others: (tx, emails, but) =>
    tx.query<{ email: string; name: string }>(
      `select distinct lower(email::text) as email, name from contact_person
       where alliance_id = $1 and email = any ($2::citext[]) and id <> all ($3)`,
      [tx.allianceId, emails, but.map(({ id }) => id)],
    ),
  collect: async (tx, subject) =>
    (await contact(tx, subject)).map((row) => ({
      key: 'contact-person',
      title: { da: 'Kontaktperson hos en partner', en: 'Contact person at a partner' },
      purpose: {
        da: 'At sekretariatet kan sende aftaler, henvendelser og påmindelser til den rette hos partneren.',
        en: 'So that the secretariat can send agreements, enquiries and reminders to the right person at the partner.',
      },
      recipients: {
        da: 'Sekretariatet, sagsbehandlere og medlemmer af alliancen.',
        en: 'The secretariat, caseworkers and members of the alliance.',
      },
      retention: { da: 'Så længe partneren er med.', en: 'As long as the partner takes part.' },
      source: { da: 'Partneren eller sekretariatet.', en: 'The partner or the secretariat.' },
      rows: [
        { key: 'organisation', label: { da: 'Partner', en: 'Partner' }, value: row.organisation },
        { key: 'name', label: { da: 'Navn', en: 'Name' }, value: row.name },
        { key: 'email', label: { da: 'Mail', en: 'Mail' }, value: row.email },
        { key: 'phone', label: { da: 'Telefon', en: 'Telephone' }, value: row.phone },
        {
          key: 'is_primary',
          label: { da: 'Primær kontaktperson', en: 'Primary contact' },
          value: row.is_primary,
        },
        {
          key: 'created_at',
          label: { da: 'Registreret', en: 'Recorded' },
          value: row.created_at.toISOString(),
        },
      ],
    })),
  erase: async (tx, subject) => {
    if (subject.kind !== 'contact-person') return [];
    const gone = await tx.query<{ organisation_id: string; is_primary: boolean }>(
      'delete from contact_person where alliance_id = $1 and id = $2 returning organisation_id, is_primary',
      [tx.allianceId, subject.id],
    );
    for (const { organisation_id: organisationId } of gone.filter((row) => row.is_primary))
      await tx.query(
        `update contact_person set is_primary = true
         where alliance_id = $1 and id = (select id from contact_person
           where alliance_id = $1 and organisation_id = $2 order by id limit 1)`,
        [tx.allianceId, organisationId],
      );
    return [{ table: 'contact_person', rows: gone.length }];
  },
};

async function contact(tx: Transaction, subject: PersonSubject): Promise<ContactRow[]> {
  if (subject.kind !== 'contact-person') return [];
  return tx.query<ContactRow>(
    `select k.id, k.name, lower(k.email::text) as email, k.phone, k.is_primary, o.name as organisation, k.created_at
     from contact_person k join organisation o on o.alliance_id = k.alliance_id and o.id = k.organisation_id
     where k.alliance_id = $1 and k.id = $2`,
    [tx.allianceId, subject.id],
  );
}

async function madeOut(tx: Transaction, subject: PersonSubject): Promise<{ name: string; email: string }[]> {
  const rows = await contact(tx, subject);
  return rows.flatMap(({ name, email }) => (email === null ? [] : [{ name, email }]));
}

/** The same human being: the same address and name at another partner, or an address that a person has proven. */
async function related(tx: Transaction, subject: PersonSubject): Promise<PersonSubject[]> {
  const found =
    subject.kind === 'contact-person'
      ? await tx.query<{ id: string }>(
          `select o.id from contact_person k join contact_person o
             on o.alliance_id = k.alliance_id and o.email = k.email and o.name = k.name and o.id <> k.id
           where k.alliance_id = $1 and k.id = $2`,
          [tx.allianceId, subject.id],
        )
      : subject.kind === 'person'
        ? await tx.query<{ id: string }>(
            `select k.id from contact_person k where k.alliance_id = $1 and k.email in (
               select email from person where id = $2 and erased_at is null
               union select email from person_address where person_id = $2)`,
            [tx.allianceId, subject.id],
          )
        : [];
  return found.map(({ id }) => ({ kind: 'contact-person', id }));
}
