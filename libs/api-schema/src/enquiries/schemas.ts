import { z } from 'zod';
import { listQuery, id, instant, month, oneOrMore, page, plainDate } from '../lists.js';
import {
  ageBands,
  contactChannels,
  coordinatorKinds,
  enquiryChannels,
  enquiryOutcomes,
  enquiryStates,
  enquiryStepKinds,
  enquiryTimings,
} from './words.js';
import { line, lines } from './text.js';

const email = z.email().max(254).trim();
const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[\d ()-]{8,30}$/);

/** What a young person shares with the one who is to help: nothing else is asked for. */
const sharedByYoungPerson = {
  firstName: line(60),
  ageBand: z.enum(ageBands),
  wish: lines(1000).min(1),
};

/** How the young person may be reached; the address belongs to the channel chosen. */
const contact = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('phone'), address: phone }),
  z.strictObject({ channel: z.literal('email'), address: email }),
  z.strictObject({ channel: z.literal('through-caseworker') }),
]);

/** A caseworker logs that a young person approached a partner. */
export const logEnquiry = z.strictObject({
  partnerId: id,
  channel: z.enum(['caseworker', 'school']).default('caseworker'),
  ...sharedByYoungPerson,
  contact,
  consent: z.literal(true),
  participantId: id.optional(),
  organisationId: id.optional(),
});
/** A caseworker logs that a young person approached a partner. */
export type LogEnquiry = z.infer<typeof logEnquiry>;

/** A way to be reached needs its address, whatever else is missing: everything to mend is said at once. */
const always = (): boolean => true;
const hasAddress =
  (channel: 'phone' | 'email') =>
  (form: { readonly channel?: unknown; readonly phone?: unknown; readonly email?: unknown }): boolean =>
    form.channel !== channel || (form[channel] !== '' && form[channel] !== undefined);

/** The form of a partner's public enquiry page, as a browser sends it. */
export const askPartner = z
  .strictObject({
    ...sharedByYoungPerson,
    channel: z.enum(['phone', 'email']),
    phone: z.union([z.literal(''), phone]).default(''),
    email: z.union([z.literal(''), email]).default(''),
    consent: z
      .string()
      .max(10)
      .default('')
      .refine((answer) => answer === 'yes', { error: 'enquiries/consent-needed' }),
    /** Made by the page: sending the same form twice is one enquiry. */
    form: z.uuid(),
    /** A field people do not see; programs fill it in. */
    website: z.string().max(200).default(''),
  })
  .refine(hasAddress('phone'), { path: ['phone'], error: 'enquiries/address-needed', when: always })
  .refine(hasAddress('email'), { path: ['email'], error: 'enquiries/address-needed', when: always });
/** The form of a partner's public enquiry page. */
export type AskPartner = z.infer<typeof askPartner>;

const offer = z.strictObject({
  kind: z.literal('offer'),
  place: line(200),
  startsOn: plainDate.optional(),
  contactPerson: line(120),
  contactReach: line(120),
});
const handOnToPartner = z.strictObject({ kind: z.literal('hand-on-to-partner'), partnerId: id });
const handOnToCoordinator = z.strictObject({
  kind: z.literal('hand-on-to-coordinator'),
  coordinator: z.enum(coordinatorKinds),
  name: line(120),
  email,
});
const help = z.strictObject({ kind: z.literal('ask-for-help'), note: lines(500).default('') });
const acceptance = z.strictObject({
  kind: z.literal('accept'),
  contactPerson: line(120),
  contactReach: line(120),
});
const refusal = z.strictObject({ kind: z.literal('decline') });
const takeBack = z.strictObject({ kind: z.literal('take-back') });

/** What the one who holds an enquiry, or is asked to take it over, can answer. */
export const answerEnquiry = z.discriminatedUnion('kind', [
  offer,
  handOnToPartner,
  handOnToCoordinator,
  help,
  acceptance,
  refusal,
  takeBack,
]);
/** What the one who holds an enquiry, or is asked to take it over, can answer. */
export type AnswerEnquiry = z.infer<typeof answerEnquiry>;

/** Log that the young person no longer wants it. */
export const withdrawEnquiry = z.strictObject({});

/** After how many days an open chain is an alarm. */
export const enquirySetting = z.strictObject({ alarmAfterDays: z.number().int().min(1).max(365) });

/** The list of enquiries: chain state only, no person. */
export const enquiryListQuery = listQuery(['urgency', 'received', 'partner'] as const, {
  state: oneOrMore(z.enum(enquiryStates)),
  open: z.enum(['yes', 'no']).optional(),
  timing: oneOrMore(z.enum(enquiryTimings)),
  partner: oneOrMore(id),
});

const party = z.object({ id, name: z.string() });

/** One row of the list. */
export const enquiryRow = z.object({
  id,
  version: z.number().int(),
  partner: party,
  holder: party,
  waitingFor: z.string().nullable(),
  channel: z.enum(enquiryChannels),
  state: z.enum(enquiryStates),
  timing: z.enum(enquiryTimings),
  outcome: z.enum(enquiryOutcomes).nullable(),
  receivedAt: instant,
  responseDueAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  kept: z.boolean().nullable(),
});
/** One row of the list. */
export type EnquiryRow = z.infer<typeof enquiryRow>;
/** A page of the list. */
export const enquiryPage = page(enquiryRow);

/** One step of a chain, as everybody who follows the chain may see it. */
export const enquiryStep = z.object({
  id,
  kind: z.enum(enquiryStepKinds),
  happenedAt: instant,
  by: z.string(),
  to: z.string().nullable(),
  place: z.string().nullable(),
  startsOn: plainDate.nullable(),
  contact: z.string().nullable(),
  note: z.string().nullable(),
});

/** A chain with its timeline and what the reader may do next. */
export const enquiryDetail = enquiryRow.extend({
  steps: z.array(enquiryStep),
  mayReadPerson: z.boolean(),
  /** When what the young person shared was erased; the chain stays. */
  personErasedAt: instant.nullable(),
  may: z.array(z.enum(['offer', 'hand-on', 'ask-for-help', 'accept', 'decline', 'take-back', 'withdraw'])),
});
/** A chain with its timeline. */
export type EnquiryDetail = z.infer<typeof enquiryDetail>;

/**
 * What a partner, or whoever is asked to take over, sees of a young person: exactly this. Every answer to them passes
 * through here, so that what is added to an enquiry later does not reach them by itself.
 */
export const sharedPerson = z.object({
  firstName: z.string(),
  ageBand: z.enum(ageBands),
  wish: z.string(),
  /** The one way to be reached that the young person chose. */
  contact: z.object({ channel: z.enum(contactChannels), address: z.string().nullable() }),
});
/** What a partner sees of a young person. */
export type SharedPerson = z.infer<typeof sharedPerson>;

/** The same for caseworkers of the young person's own organisation, with what ties it to their records. */
export const ownPerson = sharedPerson.extend({
  participantId: id.nullable(),
  consent: z.object({ textVersion: z.string(), givenAt: instant }),
});

/** What the young person shared, as far as the reader may see it; every reading is logged. */
export const enquiryPerson = z.union([ownPerson, sharedPerson]);
/** What the young person shared, as far as the reader may see it. */
export type EnquiryPerson = z.infer<typeof enquiryPerson>;

/** Partners with an active contract: those an enquiry can be sent or handed on to. */
export const enquiryPartner = z.object({
  id,
  name: z.string(),
  town: z.string().nullable(),
  responseDays: z.number().int(),
});
/** The list of such partners. */
export const enquiryPartners = z.object({ items: z.array(enquiryPartner) });
/** Searching those partners by name. */
export const enquiryPartnersQuery = z.strictObject({
  q: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Which chains the rate is about, by the day they were received. */
export const promiseQuery = z.strictObject({
  from: plainDate.optional(),
  to: plainDate.optional(),
  partner: id.optional(),
});
/** A rate with the counts behind it, or the limit below which counts of people are hidden. */
const promiseCount = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('value'),
    counted: z.number().int(),
    kept: z.number().int(),
    rate: z.number().nullable(),
  }),
  z.object({ state: z.literal('suppressed'), below: z.number().int() }),
]);
/** A rate with the counts behind it, or hidden. */
export type PromiseCount = z.infer<typeof promiseCount>;
/**
 * The kept-promise rate. `counted` are chains that have ended or are past their response time, without those the young
 * person withdrew while the partner was not late; `rate` is null when nothing counts yet. Whoever may not read the chains
 * themselves gets no partner by name, and small counts hidden.
 */
export const promiseRates = z.object({
  alliance: promiseCount,
  partners: z.array(z.object({ id, name: z.string(), count: promiseCount })),
  sectors: z.array(z.object({ sector: z.string().nullable(), count: promiseCount })),
  months: z.array(z.object({ month, count: promiseCount })),
});
/** The kept-promise rate. */
export type PromiseRates = z.infer<typeof promiseRates>;
/** The address of the page where young people write to a partner themselves. */
export const enquiryAddress = z.object({ url: z.string() });
