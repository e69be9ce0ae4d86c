import { z } from 'zod';
import { ageBands } from '../enquiries/words.js';
import { line, lines } from '../enquiries/text.js';
import { id, instant, listQuery, oneOrMore, page, plainDate } from '../lists.js';
import {
  confidences,
  consentGivers,
  consentStandings,
  consentWithdrawers,
  destinationClasses,
  destinationSources,
  sexes,
  spellStandings,
} from './words.js';

/** The municipality's own pseudonymous id: letters, digits, hyphen. CPR numbers are refused, however they are parted. */
export const pseudonym = z
  .string()
  .trim()
  .toUpperCase()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u)
  .refine((text) => !/^\d{10}$/.test(text.replaceAll(/[._/-]/g, '')), { error: 'participants/cpr-refused' });

const birthYear = z.number().int().min(1940).max(2040);
const words = lines(2000).default('');

/**
 * A consent as it was given. The text that was shown is kept once per organisation, purpose and version; it may be left
 * out when that version has been used before.
 */
export const giveConsent = z.strictObject({
  purpose: line(300),
  textVersion: line(40),
  text: lines(8000).min(1).optional(),
  givenBy: z.enum(consentGivers).default('young-person'),
  givenOn: plainDate,
  expiresOn: plainDate,
});
/** A consent as it was given. */
export type GiveConsent = z.input<typeof giveConsent>;

/** A consent is withdrawn: at once, for good, with the reason that was given. */
export const withdrawConsent = z.strictObject({
  by: z.enum(consentWithdrawers).default('young-person'),
  reason: line(300),
});
/** A consent is withdrawn. */
export type WithdrawConsent = z.output<typeof withdrawConsent>;

const registered = {
  birthYear,
  sex: z.enum(sexes).optional(),
  district: line(80).optional(),
  school: line(120).optional(),
  outlook: words,
  insight: words,
  skills: words,
};

/** Take a young person in, under the municipality's own pseudonymous id. */
export const registerParticipant = z.strictObject({
  pseudonym,
  organisationId: id.optional(),
  ...registered,
  consent: giveConsent,
});
/** Take a young person in. */
export type RegisterParticipant = Omit<z.output<typeof registerParticipant>, 'consent'> & {
  readonly consent: GiveConsent;
};

/** Change what is known of a participant; the pseudonymous id stays, and consents have a history of their own. */
export const updateParticipant = z.strictObject(registered);
/** Change what is known of a participant. */
export type UpdateParticipant = z.infer<typeof updateParticipant>;

/** One destination as the caseworker logs it. */
export const logDestination = z.strictObject({
  typeKey: line(60),
  from: plainDate,
  to: plainDate.optional(),
  source: z.enum(destinationSources).default('caseworker'),
  confidence: z.enum(confidences).default('certain'),
  organisationId: id.optional(),
  beside: z.boolean().default(false),
});
/** One destination as the caseworker logs it. */
export type LogDestination = z.infer<typeof logDestination>;

/** Say again that a destination still holds. */
export const confirmDestination = z.strictObject({
  source: z.enum(destinationSources).default('caseworker'),
  confidence: z.enum(confidences).default('certain'),
});
/** Say when a destination ended (its last day). */
export const endDestination = z.strictObject({ to: plainDate });
/** Take back a destination that was logged by mistake; it stays on record as taken back. */
export const retractDestination = z.strictObject({ reason: line(300) });

/** Participants of one's own organisation; `q` is the beginning of the pseudonymous id. */
export const participantListQuery = listQuery(['pseudonym', 'review'] as const, {
  standing: oneOrMore(z.enum([...spellStandings, 'none'])),
  class: oneOrMore(z.enum(destinationClasses)),
  review: z.enum(['due']).optional(),
  consent: oneOrMore(z.enum(consentStandings)),
});

const typeName = {
  typeKey: z.string(),
  typeDa: z.string(),
  typeEn: z.string(),
  class: z.enum(destinationClasses),
};

/** A destination spell. */
export const destinationSpell = z.object({
  id,
  ...typeName,
  from: plainDate,
  to: plainDate.nullable(),
  source: z.enum(destinationSources),
  confidence: z.enum(confidences),
  confirmedOn: plainDate,
  confirmedBy: z.string().nullable(),
  nextReviewOn: plainDate.nullable(),
  standing: z.enum(spellStandings),
  organisationName: z.string().nullable(),
  retracted: z.object({ at: instant, reason: z.string() }).nullable(),
});
/** A destination spell. */
export type DestinationSpell = z.infer<typeof destinationSpell>;

/** One row of the list of participants. */
export const participantRow = z.object({
  id,
  pseudonym: z.string(),
  consent: z.enum(consentStandings),
  /** Hidden, like all that follows, once the consent has been withdrawn. */
  ageBand: z.enum(ageBands).nullable(),
  district: z.string().nullable(),
  current: z
    .object({
      ...typeName,
      from: plainDate,
      standing: z.enum(spellStandings),
      nextReviewOn: plainDate.nullable(),
    })
    .nullable(),
});
/** One row of the list of participants. */
export type ParticipantRow = z.infer<typeof participantRow>;
/** A page of participants. */
export const participantPage = page(participantRow);

/** One consent in a participant's history. */
export const participantConsent = z.object({
  id,
  purpose: z.string(),
  textVersion: z.string(),
  /** What was shown when it was given; null for consents from before the texts were kept. */
  text: z.string().nullable(),
  givenBy: z.enum(consentGivers).nullable(),
  givenOn: plainDate,
  expiresOn: plainDate,
  standing: z.enum(consentStandings),
  recordedAt: instant,
  recordedBy: z.string().nullable(),
  withdrawn: z
    .object({
      at: instant,
      by: z.enum(consentWithdrawers),
      reason: z.string(),
      recordedBy: z.string().nullable(),
    })
    .nullable(),
});
/** One consent in a participant's history. */
export type ParticipantConsent = z.infer<typeof participantConsent>;

/** What rests on the consent; gone from every answer once it has been withdrawn. */
export const participantFacts = z.object({
  birthYear: z.number().int(),
  ageBand: z.enum(ageBands),
  sex: z.enum(sexes).nullable(),
  district: z.string().nullable(),
  school: z.string().nullable(),
  outlook: z.string(),
  insight: z.string(),
  skills: z.string(),
});
/** What rests on the consent. */
export type ParticipantFacts = z.infer<typeof participantFacts>;

/**
 * A participant with consents, newest first, and what rests on them: facts, destinations, newest first, and the status of
 * each year, the type with most days.
 */
export const participantDetail = z.object({
  id,
  version: z.number().int(),
  pseudonym: z.string(),
  organisation: z.object({ id, name: z.string() }),
  /** Whether the record rests on a consent today, and until or since when. */
  consent: z.object({ standing: z.enum(consentStandings), endsOn: plainDate }),
  consents: z.array(participantConsent),
  /** Whether the alliance has turned CPR numbers on, and whether one is kept here. */
  cpr: z.enum(['off', 'none', 'kept']),
  facts: participantFacts.nullable(),
  spells: z.array(destinationSpell),
  years: z.array(z.object({ year: z.number().int(), ...typeName, days: z.number().int() })),
});
/** A participant with consents and destinations. */
export type ParticipantDetail = z.infer<typeof participantDetail>;

/** The consent texts an organisation has used, the latest first; the shipped one where it has none. */
export const consentTexts = z.object({
  items: z.array(z.object({ purpose: z.string(), textVersion: z.string(), text: z.string() })),
});
/** The consent texts an organisation has used. */
export type ConsentTexts = z.infer<typeof consentTexts>;

/** A type of destination that can be chosen. */
export const destinationType = z.object({
  key: z.string(),
  da: z.string(),
  en: z.string(),
  class: z.enum(destinationClasses),
  active: z.boolean(),
});
/** The alliance's types of destination, in order. */
export const destinationTypes = z.object({ items: z.array(destinationType) });

/** Searching the types by name, in either language. */
export const destinationTypesQuery = z.strictObject({
  q: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(100),
});

/** What became of a logged destination. */
export const loggedDestination = z.object({
  id,
  nextReviewOn: plainDate.nullable(),
  /** The open destinations that this one ended, with their last day. */
  ended: z.array(z.object({ id, typeKey: z.string(), to: plainDate })),
});
