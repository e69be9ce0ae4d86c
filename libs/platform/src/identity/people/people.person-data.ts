import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/kernel';
import { CLOCK } from '../../database/clock.token.js';
import { Database } from '../../database/database.js';
import { Housekeeping } from '../../housekeeping/housekeeping.js';
import { type PersonDataSource, PersonDataSources } from '../../person-data/person-data-source.js';
import { INSTALLATION } from '../../tenancy/actor.js';

const day = 86_400_000;

/** Records that were merged into somebody are the same human being: what is done with one is done with all. */
const mergedPeopleSource: PersonDataSource = {
  name: 'platform.merged-people',
  title: { da: 'Sammenlagte konti', en: 'Merged accounts' },
  related: async (tx, subject) => {
    if (subject.kind !== 'person') return [];
    const merged = await tx.query<{ id: string }>(
      'select id from person where merged_into = $1 and erased_at is null',
      [subject.id],
    );
    return merged.map(({ id }) => ({ kind: 'person', id }));
  },
  collect: () => Promise.resolve([]),
  erase: () => Promise.resolve([]),
};

/** Addresses that somebody was about to prove. */
const addressProofSource: PersonDataSource = {
  name: 'platform.address-proof',
  title: { da: 'Adresser, der blev bekræftet eller prøvet', en: 'Addresses that were confirmed or tried' },
  collect: async (tx, subject) => {
    if (subject.kind !== 'person' || tx.allianceId !== INSTALLATION) return [];
    const proofs = await tx.query<{ email: string; created_at: Date }>(
      `select email::text, created_at from address_proof where purpose = 'add-address' and subject_id = $1
       order by created_at`,
      [subject.id],
    );
    return proofs.map(({ email, created_at: createdAt }) => ({
      key: 'address-proof',
      title: { da: 'Adresse, du bad om en kode til', en: 'Address you asked a code for' },
      purpose: { da: 'At vide, at adressen er din.', en: 'To know that the address is yours.' },
      retention: { da: 'Et døgn efter at koden er udløbet.', en: 'A day after the code has expired.' },
      rows: [
        {
          key: 'email',
          label: { da: 'Mailadresse', en: 'Mail address' },
          value: email,
          at: createdAt.toISOString(),
        },
      ],
    }));
  },
  erase: async (tx, subject, known) => {
    if (tx.allianceId !== INSTALLATION) return [];
    const gone = await tx.query(
      'delete from address_proof where subject_id = $1 or email = any ($2::citext[]) returning id',
      [subject.id, known.emails],
    );
    return [{ table: 'address_proof', rows: gone.length }];
  },
};

/** Tells what this part keeps about people, and removes proofs that nothing asks for any more. */
@Injectable()
export class PeoplePersonData {
  constructor(
    sources: PersonDataSources,
    housekeeping: Housekeeping,
    database: Database,
    @Inject(CLOCK) clock: Clock,
  ) {
    sources.register(mergedPeopleSource);
    sources.register(addressProofSource);
    // The last hour's are counted: who asks too often is refused.
    housekeeping.register('address_proof', async (most) => {
      const gone = await database.query(
        `delete from address_proof where id in (select id from address_proof where expires_at < $1 limit $2) returning id`,
        [new Date(clock.now().getTime() - day), most],
      );
      return gone.length;
    });
  }
}
