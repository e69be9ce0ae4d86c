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
  let base: string;
  let partnerId: string;
  let own: TestPerson;
  let other: TestPerson;
  let participantId: string;

  beforeAll(async () => {
    app = await startTestApp({ modules: [ParticipantsModule] });
    const { id: allianceId } = await app.world.alliance();
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
});
