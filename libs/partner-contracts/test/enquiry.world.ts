import { createHash } from 'node:crypto';
import { AlliancesModule } from '#libs/alliances';
import { FixedClock, newId } from '#libs/kernel';
import type { LinkActor } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { EnquiriesModule } from '../src/enquiries.module.js';

/** An alliance with two bakers and a smith under contract, a municipality and its people. */
export interface EnquiryWorld {
  readonly alliance: { readonly id: string; readonly slug: string };
  readonly bakery: { readonly id: string; readonly name: string };
  readonly smithy: { readonly id: string; readonly name: string };
  readonly caseworker: TestPerson;
  readonly otherCaseworker: TestPerson;
  readonly secretary: TestPerson;
  readonly baker: TestPerson;
}

/** The hour at which every case begins. */
export const monday = '2026-11-23T09:00:00Z';

/** The application with enquiries in it, and a clock that the case moves. */
export async function startEnquiryApp(): Promise<{ app: TestApp; clock: FixedClock }> {
  const clock = new FixedClock(monday);
  return { app: await startTestApp({ modules: [AlliancesModule, EnquiriesModule], clock }), clock };
}

/** A fresh world for one case. */
export async function enquiryWorld(app: TestApp): Promise<EnquiryWorld> {
  const alliance = await app.world.alliance();
  const municipality = await app.world.organisation(alliance.id, {
    kind: 'municipality',
    name: 'Hjørring Kommune',
  });
  const school = await app.world.organisation(alliance.id, { kind: 'school', name: 'EUC Nord' });
  const bakery = await app.world.organisation(alliance.id, { name: 'Bageriet Ærø', sector: 'Fødevarer' });
  const smithy = await app.world.organisation(alliance.id, { name: 'Smedjen', sector: 'Industri' });
  await giveContract(app, alliance.id, bakery.id, 5);
  await giveContract(app, alliance.id, smithy.id, 3);
  const person = (role: 'caseworker' | 'secretariat' | 'partner', organisationId?: string) =>
    app.world.person([
      { allianceId: alliance.id, role, ...(organisationId === undefined ? {} : { organisationId }) },
    ]);
  return {
    alliance,
    bakery,
    smithy,
    caseworker: await person('caseworker', municipality.id),
    otherCaseworker: await person('caseworker', school.id),
    secretary: await person('secretariat'),
    baker: await person('partner', bakery.id),
  };
}

/** A contract in force, as the contracts' own actions leave it. */
export async function giveContract(
  app: TestApp,
  allianceId: string,
  organisationId: string,
  responseDays: number,
): Promise<void> {
  const template = newId();
  const text = '{}';
  await app.database.query('insert into contract_template (id, alliance_id, name) values ($1, $2, $3)', [
    template,
    allianceId,
    `Garantikontrakt ${template}`,
  ]);
  await app.database.query(
    `insert into contract_template_text (id, alliance_id, template_id, number, text, created_at)
     values ($1, $2, $1, 1, '{}', $3)`,
    [template, allianceId, monday],
  );
  await app.database.query(
    `insert into contract (id, alliance_id, organisation_id, template_id, template_number, status, canonical_text,
       text_hash, response_days, term_months, recipient_name, recipient_email, recipient_locale, sender_name,
       sender_email, answer_by, sent_at, signed_at, activated_at, starts_on, ends_on, created_at, changed_at)
     values ($1, $2, $3, $4, 1, 'active', $5, $6, $7, 24, 'Karen', 'karen@virksomhed.example', 'da', 'Sif',
       'sif@sekretariat.example', '2026-12-01', $8, $8, $8, '2026-01-01', '2027-12-31', $8, $8)`,
    [
      newId(),
      allianceId,
      organisationId,
      template,
      text,
      createHash('sha256').update(text).digest('hex'),
      responseDays,
      monday,
    ],
  );
}

/** Somebody at the other end of a link about an enquiry. */
export function linkActor(
  allianceId: string,
  given: { purpose: string; subjectId: string; organisationId: string | null },
): LinkActor {
  return {
    kind: 'link',
    linkId: newId(),
    allianceId,
    name: 'Karen Kontakt',
    email: 'karen@virksomhed.example',
    locale: 'da',
    ...given,
  };
}
