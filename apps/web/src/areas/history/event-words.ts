import { sayEvent, sayEventType } from '#libs/api-schema';
import type { Language } from '../../language/define-messages.js';
import type { Formats } from '../../language/formats.js';

type Both = Readonly<Record<Language, string>>;

/** What a type of event says, with dots where it names something. */
export function typeWords(type: string, language: Language): string {
  return sayEventType(type, language);
}

/** The line of an event in a language. */
export function lineOf(
  event: { type: string; payload: Readonly<Record<string, unknown>> },
  language: Language,
  formats: Formats,
): string {
  return sayEvent(event, language, formats);
}

const kinds: Readonly<Record<string, Both>> = {
  'address-proof': { da: 'Mailadresse', en: 'Mail address' },
  agenda: { da: 'Dagsorden', en: 'Agenda' },
  alliance: { da: 'Alliancen', en: 'The alliance' },
  anchor: { da: 'Forankring', en: 'Anchor' },
  'api-token': { da: 'API-nøgle', en: 'API token' },
  'contact-person': { da: 'Kontaktperson', en: 'Contact person' },
  contract: { da: 'Kontrakt', en: 'Contract' },
  'contract-template': { da: 'Kontraktskabelon', en: 'Contract template' },
  enquiry: { da: 'Henvendelse', en: 'Enquiry' },
  'identity-provider': { da: 'Login-udbyder', en: 'Identity provider' },
  indicator: { da: 'Indikator', en: 'Indicator' },
  initiative: { da: 'Indsats', en: 'Initiative' },
  invitation: { da: 'Invitation', en: 'Invitation' },
  job: { da: 'Job', en: 'Job' },
  link: { da: 'Link uden konto', en: 'Link without account' },
  'link-holder': { da: 'Modtager af et link', en: 'Holder of a link' },
  'mail-test': { da: 'Prøvemail', en: 'Test mail' },
  meeting: { da: 'Møde', en: 'Meeting' },
  'meeting-action': { da: 'Handling', en: 'Action' },
  'meeting-decision': { da: 'Beslutning', en: 'Decision' },
  'meeting-group': { da: 'Gruppe', en: 'Group' },
  member: { da: 'Deltager', en: 'Member' },
  participant: { da: 'Ung', en: 'Participant' },
  partner: { da: 'Partner', en: 'Partner' },
  'partner-import': { da: 'Import af partnere', en: 'Import of partners' },
  passkey: { da: 'Adgangsnøgle', en: 'Passkey' },
  person: { da: 'Person', en: 'Person' },
  'reminder-digest': { da: 'Samlet påmindelse', en: 'Reminder digest' },
  'reminder-rule': { da: 'Regel for påmindelser', en: 'Rule of reminders' },
  'reminder-settings': { da: 'Indstilling af påmindelser', en: 'Setting of reminders' },
  'sign-in': { da: 'Login', en: 'Sign-in' },
  'step-up': { da: 'Bekræftelse', en: 'Confirmation' },
  webhook: { da: 'Webhook', en: 'Webhook' },
};

/** What a kind of thing is called; one that is not known yet by its own name. */
export function kindWords(kind: string, language: Language): string {
  return kinds[kind]?.[language] ?? kind;
}

const pages: Readonly<Record<string, string>> = {
  contract: 'kontrakter',
  enquiry: 'henvendelser',
  indicator: 'maalinger',
  initiative: 'portefoelje',
  meeting: 'moeder',
  partner: 'partnere',
  webhook: 'indstillinger/integrationer',
};

/** The page of a thing, if it has one of its own. */
export function pageOf(slug: string, subject: { kind: string; id: string }): string | undefined {
  const page = pages[subject.kind];
  return page === undefined ? undefined : `/a/${slug}/${page}/${subject.id}`;
}
