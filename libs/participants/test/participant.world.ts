import { AlliancesModule } from '#libs/alliances';
import type { GiveConsent, RegisterParticipant } from '#libs/api-schema';
import { FixedClock } from '#libs/kernel';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { ParticipantsModule, RegisterParticipants } from '../src/index.js';

/** The hour at which every case begins. */
export const monday = '2026-11-23T09:00:00Z';

/** An alliance with a municipality, a school and their caseworkers. */
export interface ParticipantWorld {
  readonly allianceId: string;
  readonly municipality: { readonly id: string };
  readonly caseworker: TestPerson;
  readonly colleague: TestPerson;
  readonly school: TestPerson;
  readonly secretary: TestPerson;
  readonly path: (rest: string) => string;
}

/** The application with participants in it, and a clock that the case moves. */
export async function startParticipantApp(): Promise<{ app: TestApp; clock: FixedClock }> {
  const clock = new FixedClock(monday);
  return { app: await startTestApp({ modules: [AlliancesModule, ParticipantsModule], clock }), clock };
}

/** A fresh world for one case. */
export async function participantWorld(app: TestApp): Promise<ParticipantWorld> {
  const { id: allianceId } = await app.world.alliance();
  const municipality = await app.world.organisation(allianceId, {
    kind: 'municipality',
    name: 'Hjørring Kommune',
  });
  const school = await app.world.organisation(allianceId, { kind: 'school', name: 'EUC Nord' });
  const caseworker = (organisationId: string) =>
    app.world.person([{ allianceId, role: 'caseworker', organisationId }]);
  return {
    allianceId,
    municipality,
    caseworker: await caseworker(municipality.id),
    colleague: await caseworker(municipality.id),
    school: await caseworker(school.id),
    secretary: await app.world.person([{ allianceId, role: 'secretariat' }]),
    path: (rest) => `/api/v1/alliances/${allianceId}/${rest}`,
  };
}

/** The words that were shown in these cases. */
export const consentText = 'Jeg siger ja til, at kommunen skriver det op.';

/** Somebody to register. */
export function young(pseudonym: string): RegisterParticipant {
  return {
    pseudonym,
    birthYear: 2008,
    sex: 'female',
    district: 'Løkken',
    outlook: 'Vil gerne ud at se en arbejdsplads',
    insight: '',
    skills: '',
    consent: {
      purpose: 'Hjælp til job og uddannelse',
      textVersion: '1',
      text: consentText,
      givenOn: '2026-01-01',
      expiresOn: '2028-01-01',
    },
  };
}

/** Registers somebody and answers the id. */
export async function register(
  app: TestApp,
  world: ParticipantWorld,
  pseudonym: string,
  consent: Partial<GiveConsent> = {},
): Promise<string> {
  const actor = world.caseworker.actor(world.allianceId);
  const given = young(pseudonym);
  const registered = { ...given, consent: { ...given.consent, ...consent } };
  return (await app.get(RegisterParticipants).one(actor, registered)).id;
}
