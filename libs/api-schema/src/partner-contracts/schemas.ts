import { z } from 'zod';
import { id, instant, listQuery, oneOrMore, page, plainDate } from '../lists.js';
import { locales } from '../catalogue.js';
import {
  commitmentUnits,
  contractMessageKinds,
  contractStatuses,
  signatureMethods,
  signatureSides,
  strokeBox,
} from './words.js';

const line = (max: number) => z.string().trim().min(1).max(max);
const bilingual = (max: number) => z.strictObject({ da: line(max), en: line(max) });
const locale = z.enum(locales);

/** The same text in both languages. */
export const bilingualText = z.object({ da: z.string(), en: z.string() });

const commitmentKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const mandatoryCommitment = z.strictObject({ key: commitmentKey, text: bilingual(300) });
const optionalCommitment = z.strictObject({
  key: commitmentKey,
  text: bilingual(300),
  unit: z.enum(commitmentUnits),
});

/** What one version of a contract template says. */
export const contractTemplateText = z.strictObject({
  title: bilingual(160),
  body: bilingual(20_000),
  mandatory: z.array(mandatoryCommitment).min(1).max(10),
  optional: z.array(optionalCommitment).max(30),
  termMonths: z.int().min(1).max(120),
  responseDays: z.int().min(1).max(60),
});
/** What one version of a contract template says. */
export type ContractTemplateText = z.infer<typeof contractTemplateText>;

/** Input: a new template; its text becomes version 1. */
export const createContractTemplateInput = z.strictObject({ name: line(120), text: contractTemplateText });
/** Input: a new version of a template. The versions before stay as they are. */
export const changeContractTemplateInput = createContractTemplateInput;

/** A template with the text of its newest version. */
export const contractTemplate = z.object({
  id,
  name: z.string(),
  version: z.int(),
  /** Number of the newest text, 1 for the first. */
  number: z.int(),
  text: contractTemplateText,
  changedAt: instant,
  changedBy: z.string().nullable(),
  /** The versions there are, newest first. */
  history: z.array(z.object({ number: z.int(), createdAt: instant, createdBy: z.string().nullable() })),
});
/** A template with the text of its newest version. */
export type ContractTemplate = z.infer<typeof contractTemplate>;

/** One row of the list of templates. */
export const contractTemplateRow = z.object({
  id,
  name: z.string(),
  number: z.int(),
  termMonths: z.int(),
  responseDays: z.int(),
  changedAt: instant,
  changedBy: z.string().nullable(),
  contracts: z.int(),
});
/** Query of the list of templates. */
export const contractTemplateListQuery = listQuery(['name', 'changedAt'], {});
/** Answer of the list of templates. */
export const contractTemplateList = page(contractTemplateRow);

const recipient = z.strictObject({
  name: line(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  locale,
});

/** Input: one contract for each of several partners, from the newest text of a template, and sent when `send`. */
export const createContractsInput = z.strictObject({
  templateId: id,
  partners: z
    .array(z.strictObject({ organisationId: id, recipient: recipient.optional() }))
    .min(1)
    .max(100),
  /** The day by which the partner is asked to have signed. */
  answerBy: plainDate,
  /** A few words of one's own, put into the mail. */
  message: z.string().trim().max(1000).optional(),
  send: z.boolean(),
});
/** What came of it, in the order of the input. */
export const createdContracts = z.object({
  items: z.array(z.object({ id, organisationId: id, status: z.enum(contractStatuses) })),
});

/** Input: send again, to the same or to another person. */
export const resendContractInput = z.strictObject({ recipient: recipient.optional() });
/** Input: take a contract back before both have signed; the reason goes into its history. */
export const withdrawContractInput = z.strictObject({ reason: line(500) });
/** Input: end a running contract early. */
export const endContractInput = z.strictObject({ reason: line(500), lastDay: plainDate });
/** Input: the secretariat's own signature. */
export const counterSignContractInput = z.strictObject({
  /** Name as it shall stand in the document. */
  name: line(120),
  /** Hash of the text that was shown. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** First day of the term; today when left out. */
  startsOn: plainDate.optional(),
});

/** What a partner promised: a key of the template, and how many a year where that is counted. */
export const chosenCommitment = z.strictObject({
  key: commitmentKey,
  count: z.int().min(1).max(500).nullable(),
});
/** What a partner promised. */
export type ChosenCommitment = z.infer<typeof chosenCommitment>;

const coordinate = (max: number) => z.int().min(0).max(max);
/** A drawn name: strokes of points inside the stroke box. */
export const signatureStrokes = z
  .array(
    z
      .array(z.tuple([coordinate(strokeBox.width), coordinate(strokeBox.height)]))
      .min(1)
      .max(600),
  )
  .min(1)
  .max(60)
  .refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= 6000);
/** A drawn name. */
export type SignatureStrokes = z.infer<typeof signatureStrokes>;

/** Query of the list of contracts. */
export const contractListQuery = listQuery(
  ['organisationName', 'status', 'changedAt', 'endsOn', 'answerBy'],
  {
    status: oneOrMore(z.enum(contractStatuses)),
    organisationId: oneOrMore(id),
    templateId: oneOrMore(id),
  },
);
/** One row of the list of contracts. */
export const contractRow = z.object({
  id,
  organisationId: id,
  organisationName: z.string(),
  templateName: z.string(),
  status: z.enum(contractStatuses),
  recipientName: z.string().nullable(),
  /** True state of the newest mail: pending, sending, sent, uncertain, failed. */
  deliveryState: z.string().nullable(),
  answerBy: plainDate,
  sentAt: instant.nullable(),
  signedAt: instant.nullable(),
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  changedAt: instant,
});
/** One row of the list of contracts. */
export type ContractRow = z.infer<typeof contractRow>;
/** Answer of the list of contracts. */
export const contractList = page(contractRow);

/** One mail about a contract and its true state. */
export const contractMessage = z.object({
  id,
  kind: z.enum(contractMessageKinds),
  recipientName: z.string(),
  recipientEmail: z.string(),
  state: z.string(),
  problem: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
});

/** A signature on a contract, as both sides may see it. */
export const contractSignature = z.object({
  side: z.enum(signatureSides),
  name: z.string(),
  method: z.enum(signatureMethods),
  signedAt: instant,
  /** How the signer was identified: mailed link and code, or signed in. */
  identifiedBy: z.enum(['link-and-code', 'signed-in']),
  locale,
});

/** A step in the life of a contract, for its timeline. */
export const contractStep = z.object({
  type: z.string(),
  at: instant,
  by: z.string().nullable(),
  note: z.string().nullable(),
});

/** A contract with all that the secretariat works with. */
export const contract = z.object({
  id,
  version: z.int(),
  organisationId: id,
  organisationName: z.string(),
  templateId: id,
  templateName: z.string(),
  templateNumber: z.int(),
  /** Newest number of the template: higher than `templateNumber` when the text has moved on. */
  newestTemplateNumber: z.int(),
  status: z.enum(contractStatuses),
  text: contractTemplateText,
  textHash: z.string(),
  recipient: z.object({ name: z.string(), email: z.string(), locale }).nullable(),
  senderName: z.string().nullable(),
  answerBy: plainDate,
  message: z.string().nullable(),
  commitments: z.array(chosenCommitment),
  signatures: z.array(contractSignature),
  messages: z.array(contractMessage),
  steps: z.array(contractStep),
  /** The sealed document: not made yet, being made, or there. */
  document: z.enum(['none', 'sealing', 'sealed']),
  responseDays: z.int(),
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  createdAt: instant,
});
/** A contract with all that the secretariat works with. */
export type Contract = z.infer<typeof contract>;
