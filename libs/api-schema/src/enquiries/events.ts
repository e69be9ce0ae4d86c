import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';
import { enquiryChannels } from './words.js';

const name = z.string().max(300);
const audience = ['secretariat', 'caseworker'] as const;

/** What happens to enquiries. Organisations are named, young people never. */
export const enquiriesEvents = {
  'enquiries.enquiry-received': {
    payload: z.strictObject({ partnerName: name, channel: z.enum(enquiryChannels) }),
    audience,
    da: '{partnerName} fik en henvendelse fra en ung',
    en: '{partnerName} received an enquiry from a young person',
  },
  'enquiries.place-offered': {
    payload: z.strictObject({ partnerName: name, holderName: name }),
    audience,
    da: '{holderName} tilbød en plads',
    en: '{holderName} offered a place',
  },
  'enquiries.enquiry-handed-on': {
    payload: z.strictObject({ partnerName: name, holderName: name, receiverName: name }),
    audience,
    da: '{holderName} gav en henvendelse videre til {receiverName}',
    en: '{holderName} handed an enquiry on to {receiverName}',
  },
  'enquiries.help-wanted': {
    payload: z.strictObject({ partnerName: name, holderName: name }),
    audience,
    da: '{holderName} bad sekretariatet om hjælp til en henvendelse',
    en: '{holderName} asked the secretariat for help with an enquiry',
  },
  'enquiries.hand-on-accepted': {
    payload: z.strictObject({ partnerName: name, receiverName: name }),
    audience,
    da: '{receiverName} tog imod en henvendelse fra {partnerName}',
    en: '{receiverName} accepted an enquiry from {partnerName}',
  },
  'enquiries.hand-on-declined': {
    payload: z.strictObject({ partnerName: name, receiverName: name, holderName: name }),
    audience,
    da: '{receiverName} sagde nej tak, og henvendelsen er tilbage hos {holderName}',
    en: '{receiverName} declined, and the enquiry is back with {holderName}',
  },
  'enquiries.hand-on-taken-back': {
    payload: z.strictObject({ partnerName: name, holderName: name, receiverName: name }),
    audience,
    da: 'Henvendelsen til {receiverName} blev taget tilbage til {holderName}',
    en: 'The enquiry handed to {receiverName} was taken back to {holderName}',
  },
  'enquiries.enquiry-withdrawn': {
    payload: z.strictObject({ partnerName: name }),
    audience,
    da: 'Den unge trak sin henvendelse til {partnerName} tilbage',
    en: 'The young person withdrew the enquiry to {partnerName}',
  },
  'enquiries.alarm-limit-changed': {
    payload: z.strictObject({ days: z.number().int() }),
    audience: ['secretariat'],
    da: 'Henvendelser, der har været åbne i mere end {days} dage, vises nu som alarm',
    en: 'Enquiries open for more than {days} days are now shown as an alarm',
  },
} as const satisfies EventCatalogue;
