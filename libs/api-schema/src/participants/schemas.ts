import { z } from 'zod';
import { ageBands } from '../enquiries/words.js';
import { line, lines } from '../enquiries/text.js';
import { id, instant, listQuery, oneOrMore, page, plainDate } from '../lists.js';
import { confidences, destinationClasses, destinationSources, sexes, spellStandings } from './words.js';

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

const registered = {
  birthYear,
  sex: z.enum(sexes).optional(),
  district: line(80).optional(),
  school: line(120).optional(),
  outlook: words,
  insight: words,
  skills: words,
  consent: z.strictObject({
    purpose: line(300),
    textVersion: line(40),
    givenOn: plainDate,
    expiresOn: plainDate,
  }),
};

/** Take a young person in, under the municipality's own pseudonymous id. */
export const registerParticipant = z.strictObject({
  pseudonym,
  organisationId: id.optional(),
  ...registered,
});
/** Take a young person in. */
export type RegisterParticipant = z.infer<typeof registerParticipant>;

/** Change what is known of a participant; the pseudonymous id stays. */
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
  ageBand: z.enum(ageBands),
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

/** A participant with destinations, newest first, and the status of each year: the type with most days. */
export const participantDetail = z.object({
  id,
  version: z.number().int(),
  pseudonym: z.string(),
  organisation: z.object({ id, name: z.string() }),
  birthYear: z.number().int(),
  ageBand: z.enum(ageBands),
  sex: z.enum(sexes).nullable(),
  district: z.string().nullable(),
  school: z.string().nullable(),
  outlook: z.string(),
  insight: z.string(),
  skills: z.string(),
  consent: z.object({
    purpose: z.string(),
    textVersion: z.string(),
    givenOn: plainDate,
    expiresOn: plainDate,
    expired: z.boolean(),
  }),
  spells: z.array(destinationSpell),
  years: z.array(z.object({ year: z.number().int(), ...typeName, days: z.number().int() })),
});
/** A participant with destinations. */
export type ParticipantDetail = z.infer<typeof participantDetail>;

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
