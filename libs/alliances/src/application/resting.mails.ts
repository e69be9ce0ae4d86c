import type { AllianceRole } from '#libs/api-schema';
import type { MailTemplate } from '#libs/platform';

/** What somebody is told whose role rests, or no longer does. */
export interface RestingParams {
  readonly allianceName: string;
  readonly recipientName: string;
  readonly role: AllianceRole;
  /** The organisation that rests or takes part again, when the role follows it. */
  readonly organisationName: string | null;
  readonly url: string;
}

const roles = {
  da: {
    secretariat: 'en del af sekretariatet',
    partner: 'partner',
    caseworker: 'sagsbehandler',
    member: 'medlem',
    observer: 'iagttager',
  },
  en: {
    secretariat: 'part of the secretariat',
    partner: 'a partner',
    caseworker: 'a caseworker',
    member: 'a member',
    observer: 'an observer',
  },
} as const satisfies Record<'da' | 'en', Record<AllianceRole, string>>;

/** To somebody whose role rests from now on. */
export const accessPausedMail: MailTemplate<RestingParams> = {
  name: 'alliances.access-paused',
  da: ({ allianceName, recipientName, role, organisationName }) => ({
    subject: `Din adgang til ${allianceName} er sat på pause`,
    greeting: `Hej ${recipientName}`,
    paragraphs: [
      organisationName === null
        ? `Sekretariatet har sat din adgang som ${roles.da[role]} i ${allianceName} på pause.`
        : `${organisationName} holder pause i ${allianceName}. Derfor er din adgang som ${roles.da[role]} også sat på pause.`,
      'Du kan ikke se alliancen i den rolle, før pausen er slut. Det, du har ansvar for, bliver stående.',
      'Har du spørgsmål, så svar på denne mail.',
    ],
  }),
  en: ({ allianceName, recipientName, role, organisationName }) => ({
    subject: `Your access to ${allianceName} is paused`,
    greeting: `Hello ${recipientName}`,
    paragraphs: [
      organisationName === null
        ? `The secretariat has paused your access as ${roles.en[role]} in ${allianceName}.`
        : `${organisationName} is paused in ${allianceName}. That is why your access as ${roles.en[role]} is paused, too.`,
      'You do not see the alliance in that role until the pause ends. What you are responsible for stays.',
      'If you have questions, answer this mail.',
    ],
  }),
};

/** To somebody whose role no longer rests. */
export const accessResumedMail: MailTemplate<RestingParams> = {
  name: 'alliances.access-resumed',
  da: ({ allianceName, recipientName, role, url }) => ({
    subject: `Du har igen adgang til ${allianceName}`,
    greeting: `Hej ${recipientName}`,
    paragraphs: [`Pausen er slut. Du har igen adgang som ${roles.da[role]} i ${allianceName}.`],
    button: { label: 'Åbn alliancen', url },
  }),
  en: ({ allianceName, recipientName, role, url }) => ({
    subject: `You have access to ${allianceName} again`,
    greeting: `Hello ${recipientName}`,
    paragraphs: [`The pause is over. You have access as ${roles.en[role]} in ${allianceName} again.`],
    button: { label: 'Open the alliance', url },
  }),
};
