import { Injectable } from '@nestjs/common';
import {
  AllianceNames,
  OrganisationNames,
  PastRoles,
  PersonDataSources,
  PersonSubjects,
  RetentionRules,
} from '#libs/platform';
import { contactPersonKeeper, contactPersonSource } from './contact-person.person-data.js';
import { importRowSource } from './import-row.person-data.js';
import { invitationSource } from './invitation.person-data.js';
import { invitationRetention } from './invitation.retention.js';

/** Tells the platform what this module keeps about people, who took part, and how alliances and organisations are called. */
@Injectable()
export class AlliancesPersonData {
  constructor(
    sources: PersonDataSources,
    subjects: PersonSubjects,
    organisations: OrganisationNames,
    alliances: AllianceNames,
    retention: RetentionRules,
    roles: PastRoles,
  ) {
    subjects.register(contactPersonKeeper);
    sources.register(importRowSource);
    sources.register(invitationSource);
    sources.register(contactPersonSource);
    retention.register(invitationRetention);
    roles.use(async (tx, personIds) => {
      const held = await tx.query(
        'select id from alliance_member where alliance_id = $1 and person_id = any ($2) limit 1',
        [tx.allianceId, personIds],
      );
      return held.length > 0;
    });
    organisations.use(async (tx, ids) => {
      const rows = await tx.query<{ id: string; name: string }>(
        'select id, name from organisation where alliance_id = $1 and id = any ($2)',
        [tx.allianceId, ids],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
    alliances.use(async (tx) => {
      const [row] = await tx.query<{ name: string }>('select name from alliance where id = $1', [
        tx.allianceId,
      ]);
      return row?.name ?? tx.allianceId;
    });
  }
}
