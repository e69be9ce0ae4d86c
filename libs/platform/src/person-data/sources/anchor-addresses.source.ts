import type { Transaction } from '../../database/transaction.js';
import { INSTALLATION } from '../../tenancy/actor.js';
import type { KnownOfPerson, PersonDataSource, PersonSubject } from '../person-data-source.js';

/**
 * Mail addresses that anchors of the history are sent to. They are the installation's, so they are reached by the
 * account that has proved the address; no alliance takes them away by writing one on a contact person.
 */
export const anchorAddressesSource: PersonDataSource = {
  name: 'platform.anchor-addresses',
  title: { da: 'Modtagere af forankringer', en: 'Addressees of anchors' },
  collect: async (tx, subject, known) => {
    if (!isAsked(tx, subject, known)) return [];
    const rows = await tx.query<{ email: string }>(
      `select e.email from anchor_setting s, unnest(s.mail_to) e (email) where lower(e.email) = any ($1)`,
      [known.emails],
    );
    return rows.map(({ email }) => ({
      key: 'anchor-address',
      title: { da: 'Modtager af forankringer', en: 'Addressee of anchors' },
      purpose: {
        da: 'At historikkens forseglinger også ligger uden for installationen.',
        en: 'So that the seals of the history are kept outside the installation, too.',
      },
      retention: {
        da: 'Til administratoren fjerner adressen.',
        en: 'Until the administrator removes the address.',
      },
      source: { da: 'Administratoren.', en: 'The administrator.' },
      rows: [{ key: 'email', label: { da: 'Mail', en: 'Mail' }, value: email }],
    }));
  },
  erase: async (tx, subject, known) => {
    if (!isAsked(tx, subject, known)) return [];
    const [changed] = await tx.query<{ rows: number }>(
      `with before as (select id, mail_to from anchor_setting for update)
       update anchor_setting s set version = s.version + 1, mail_to = array(
         select e.email from unnest(b.mail_to) with ordinality e (email, place)
         where lower(e.email) <> all ($1) order by e.place)
       from before b where s.id = b.id and exists (select from unnest(b.mail_to) e (email) where lower(e.email) = any ($1))
       returning cardinality(b.mail_to) - cardinality(s.mail_to) as rows`,
      [known.emails],
    );
    return [{ table: 'anchor_setting', rows: changed?.rows ?? 0 }];
  },
};

function isAsked(tx: Transaction, subject: PersonSubject, known: KnownOfPerson): boolean {
  return tx.allianceId === INSTALLATION && subject === known.subjects[0];
}
