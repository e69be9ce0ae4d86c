import type { AllianceRole } from '#libs/api-schema';
import type { MailTemplate } from '#libs/platform';

/** What an invitation says. */
export interface InvitationMailParams {
  readonly allianceName: string;
  readonly invitedBy: string;
  readonly name: string;
  readonly role: AllianceRole;
  readonly organisationName: string | null;
  readonly until: Date;
  readonly url: string;
}

const roles = {
  da: {
    secretariat: 'en del af sekretariatet i',
    partner: 'partner i',
    caseworker: 'sagsbehandler i',
    member: 'medlem af',
    observer: 'iagttager i',
  },
  en: {
    secretariat: 'part of the secretariat of',
    partner: 'a partner of',
    caseworker: 'a caseworker in',
    member: 'a member of',
    observer: 'an observer of',
  },
} as const satisfies Record<'da' | 'en', Record<AllianceRole, string>>;

function day(instant: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Copenhagen' }).format(
    instant,
  );
}

/** Asks somebody to take part in an alliance. */
export const invitationMail: MailTemplate<InvitationMailParams> = {
  name: 'alliances.invitation',
  da: ({ allianceName, invitedBy, name, role, organisationName, until, url }) => ({
    subject: `${invitedBy} inviterer dig til ${allianceName}`,
    greeting: `Hej ${name}`,
    paragraphs: [
      `${invitedBy} inviterer dig til at være ${roles.da[role]} ${allianceName}${organisationName === null ? '' : ` på vegne af ${organisationName}`}.`,
      `Tryk på knappen for at se invitationen og tage imod den. Den gælder til og med ${day(until, 'da-DK')}, og linket er kun til dig.`,
    ],
    button: { label: 'Se invitationen', url },
    footer: 'Kender du ikke afsenderen, kan du se bort fra denne mail. Så sker der ikke noget.',
  }),
  en: ({ allianceName, invitedBy, name, role, organisationName, until, url }) => ({
    subject: `${invitedBy} invites you to ${allianceName}`,
    greeting: `Hello ${name}`,
    paragraphs: [
      `${invitedBy} invites you to be ${roles.en[role]} ${allianceName}${organisationName === null ? '' : ` on behalf of ${organisationName}`}.`,
      `Press the button to see the invitation and accept it. It is valid until ${day(until, 'en-GB')}, and the link is for you only.`,
    ],
    button: { label: 'See the invitation', url },
    footer: 'If you do not know the sender, you can ignore this mail. Then nothing happens.',
  }),
};
