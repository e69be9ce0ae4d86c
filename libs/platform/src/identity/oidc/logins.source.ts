import type { PersonDataSource } from '../../person-data/person-data-source.js';
import { INSTALLATION } from '../../tenancy/actor.js';

interface LoginRow {
  readonly name: string;
  readonly vouched_for: string | null;
  readonly linked_at: Date;
}

/** The logins somebody has linked, for what they may read about themselves; they go with the account. */
export const loginsSource: PersonDataSource = {
  name: 'platform.logins',
  title: { da: 'Tilknyttede login', en: 'Linked logins' },
  collect: async (tx, subject) => {
    if (subject.kind !== 'person' || tx.allianceId !== INSTALLATION) return [];
    const rows = await tx.query<LoginRow>(
      `select p.name_da as name, l.vouched_for, l.linked_at
       from person_login l join identity_provider p on p.id = l.provider_id where l.person_id = $1 order by l.linked_at`,
      [subject.id],
    );
    return rows.map((row) => ({
      key: 'login',
      title: { da: 'Tilknyttet login', en: 'Linked login' },
      purpose: {
        da: 'At du kan logge ind hos din egen organisation eller med MitID Erhverv.',
        en: 'So that you can sign in at your own organisation or with MitID Erhverv.',
      },
      retention: { da: 'Til du fjerner det.', en: 'Until you remove it.' },
      source: { da: 'Login-tjenesten', en: 'The login service' },
      rows: [
        { key: 'provider', label: { da: 'Login-tjeneste', en: 'Login service' }, value: row.name },
        {
          key: 'vouched_for',
          label: { da: 'Mailadresse eller CVR-nummer', en: 'Mail address or CVR number' },
          value: row.vouched_for,
          at: row.linked_at.toISOString(),
        },
      ],
    }));
  },
  erase: () => Promise.resolve([]),
};
