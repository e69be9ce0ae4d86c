import type { RegisterParticipant } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { ParticipantsModule } from '../src/index.js';

const young: RegisterParticipant = {
  pseudonym: 'UNG-1',
  birthYear: 2008,
  outlook: '',
  insight: '',
  skills: '',
  consent: {
    purpose: 'Ungegarantien',
    textVersion: '1',
    text: 'Ja tak.',
    givenOn: '2026-01-01',
    expiresOn: '2036-01-01',
  },
};

describe('an enquiry that names a participant', () => {
  let app: TestApp;
  let allianceId: string;
  let base: string;
  let partnerId: string;
  let own: TestPerson;
  let other: TestPerson;
  let participantId: string;

  beforeAll(async () => {
    app = await startTestApp({ modules: [ParticipantsModule] });
    allianceId = (await app.world.alliance()).id;
    base = `/api/v1/alliances/${allianceId}`;
    partnerId = (await app.world.organisation(allianceId)).id;
    const caseworkerAt = async (kind: string): Promise<TestPerson> => {
      const organisationId = (await app.world.organisation(allianceId, { kind })).id;
      return app.world.person([{ allianceId, role: 'caseworker', organisationId }]);
    };
    [own, other] = [await caseworkerAt('municipality'), await caseworkerAt('school')];
    participantId = (await own.client.post<{ id: string }>(`${base}/participants`, young)).body.id;
  });
  afterAll(() => app.close());

  const log = (person: TestPerson, id: string) =>
    person.client.post<{ code: string }>(`${base}/enquiries`, {
      partnerId,
      firstName: 'Freja',
      ageBand: '16-17',
      wish: 'Et fritidsjob',
      contact: { channel: 'through-caseworker' },
      consent: true,
      participantId: id,
    });

  it('is refused alike for somebody else’s participant and for nobody’s', async () => {
    for (const id of [participantId, newId()]) {
      const answer = await log(other, id);
      expect([answer.status, answer.body.code]).toEqual([404, 'platform/not-found']);
    }
  });

  it('gets past that check for one’s own', async () => {
    expect((await log(own, participantId)).body.code).toBe('enquiries/no-active-contract');
  });

  it('goes with the participant when the participant is handed out and erased', async () => {
    const enquiryId = newId();
    const [row] = await app.database.query<{ organisationId: string }>(
      'select organisation_id as "organisationId" from participant where id = $1',
      [participantId],
    );
    await app.database.query(
      `with chain as (
         insert into enquiry (id, alliance_id, partner_organisation_id, holder_organisation_id, case_organisation_id,
           channel, state, response_days, received_at, response_due_at, act_due_at)
         values ($1, $2, $3, $3, $4, 'caseworker', 'received', 5, now(), now() + interval '5 days',
           now() + interval '5 days') returning id)
       insert into enquiry_person (id, alliance_id, enquiry_id, case_organisation_id, holder_organisation_id, first_name,
         age_band, wish, contact_channel, consent_version, consented_at, participant_id)
       select id, $2, id, $4, $3, 'Freja', '16-17', 'Et fritidsjob', 'through-caseworker', '1', now(), $5 from chain`,
      [enquiryId, allianceId, partnerId, row?.organisationId, participantId],
    );
    const data = `${base}/person-data/participant/${participantId}`;
    expect((await own.client.get(data)).text).toContain('Freja');
    expect((await own.client.post(`${data}/erasure`, { confirmed: true })).status).toBe(200);
    const left = await app.database.query<{ erased: boolean }>(
      `select e.person_erased_at is not null as erased from enquiry e
       where e.id = $1 and not exists (select from enquiry_person p where p.enquiry_id = e.id)`,
      [enquiryId],
    );
    expect(left).toEqual([{ erased: true }]);
  });
});
