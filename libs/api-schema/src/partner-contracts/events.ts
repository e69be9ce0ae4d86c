import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const ofPartner = z.strictObject({ organisationName: z.string(), organisationId: z.string() });
const ofTemplate = z.strictObject({ templateName: z.string(), number: z.int() });

/** What happens to templates and contracts. Organisations are named, people are not. */
export const partnerContractsEvents = {
  'partner-contracts.template-created': {
    payload: ofTemplate,
    audience: ['secretariat'],
    da: 'Kontraktskabelonen »{templateName}« blev oprettet',
    en: 'The contract template “{templateName}” was created',
  },
  'partner-contracts.template-changed': {
    payload: ofTemplate,
    audience: ['secretariat'],
    da: 'Kontraktskabelonen »{templateName}« fik version {number}',
    en: 'The contract template “{templateName}” got version {number}',
  },
  'partner-contracts.contract-drafted': {
    payload: ofPartner,
    audience: ['secretariat'],
    da: 'En garantikontrakt til {organisationName} blev gjort klar',
    en: 'A guarantee contract for {organisationName} was prepared',
  },
  'partner-contracts.contract-sent': {
    payload: ofPartner,
    audience: ['secretariat'],
    da: 'Garantikontrakten blev sendt til {organisationName}',
    en: 'The guarantee contract was sent to {organisationName}',
  },
  'partner-contracts.contract-resent': {
    payload: ofPartner,
    audience: ['secretariat'],
    da: 'Garantikontrakten blev sendt igen til {organisationName}',
    en: 'The guarantee contract was sent again to {organisationName}',
  },
  'partner-contracts.contract-passed-on': {
    payload: ofPartner,
    audience: ['secretariat'],
    da: 'Garantikontrakten blev givet videre til en anden hos {organisationName}',
    en: 'The guarantee contract was passed on to someone else at {organisationName}',
  },
  'partner-contracts.contract-revised': {
    payload: ofPartner,
    audience: ['secretariat'],
    da: 'Garantikontrakten til {organisationName} fik ny tekst og blev sendt på ny',
    en: 'The guarantee contract for {organisationName} got a new text and was sent anew',
  },
  'partner-contracts.contract-signed': {
    payload: z.strictObject({
      organisationName: z.string(),
      organisationId: z.string(),
      commitments: z.int(),
    }),
    audience: ['secretariat'],
    da: '{organisationName} underskrev garantikontrakten',
    en: '{organisationName} signed the guarantee contract',
  },
  'partner-contracts.contract-activated': {
    payload: z.strictObject({
      organisationName: z.string(),
      organisationId: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
    }),
    audience: ['secretariat', 'caseworker', 'member'],
    da: '{organisationName} er garantipartner: kontrakten er medunderskrevet og gælder til {endsOn}',
    en: '{organisationName} is a guarantee partner: the contract is counter-signed and runs until {endsOn}',
  },
  'partner-contracts.document-sealed': {
    payload: z.strictObject({
      organisationName: z.string(),
      organisationId: z.string(),
      documentHash: z.string(),
    }),
    audience: ['secretariat'],
    da: 'Dokumentet til {organisationName} blev forseglet',
    en: 'The document for {organisationName} was sealed',
  },
  'partner-contracts.contract-withdrawn': {
    payload: ofPartner,
    audience: ['secretariat'],
    da: 'Garantikontrakten til {organisationName} blev trukket tilbage',
    en: 'The guarantee contract for {organisationName} was withdrawn',
  },
  'partner-contracts.contract-ending': {
    payload: ofPartner.extend({ lastDay: z.string() }),
    audience: ['secretariat', 'caseworker', 'member'],
    da: 'Garantikontrakten med {organisationName} afsluttes før tid og gælder til og med {lastDay}',
    en: 'The guarantee contract with {organisationName} ends early and runs until {lastDay}',
  },
  'partner-contracts.contract-ended': {
    payload: ofPartner,
    audience: ['secretariat', 'caseworker', 'member'],
    da: 'Garantikontrakten med {organisationName} blev afsluttet før tid',
    en: 'The guarantee contract with {organisationName} was ended early',
  },
  'partner-contracts.contract-expired': {
    payload: ofPartner,
    audience: ['secretariat', 'caseworker', 'member'],
    da: 'Garantikontrakten med {organisationName} udløb',
    en: 'The guarantee contract with {organisationName} expired',
  },
} as const satisfies EventCatalogue;
