import { z } from 'zod';
import { allianceRoles, type EventCatalogue } from '../catalogue.js';

const name = z.string();
const count = z.number().int();
const membershipChange = z.strictObject({ organisationName: name, effectiveOn: z.iso.date() });
const everybody = ['secretariat', 'caseworker', 'member'] as const;

/** What happens to an alliance, its people and its partners. */
export const alliancesEvents = {
  'alliances.alliance-created': {
    payload: z.strictObject({ allianceName: name }),
    audience: [...everybody],
    da: 'Alliancen {allianceName} blev oprettet',
    en: 'The alliance {allianceName} was created',
  },
  'alliances.example-loaded': {
    payload: z.strictObject({ allianceName: name }),
    audience: [...everybody],
    da: 'Eksemplet {allianceName} blev hentet; alle personer og virksomheder i det er opdigtede',
    en: 'The example {allianceName} was loaded; all people and companies in it are invented',
  },
  'alliances.alliance-changed': {
    payload: z.strictObject({ allianceName: name }),
    audience: ['secretariat'],
    da: 'Oplysningerne om {allianceName} blev ændret',
    en: 'The particulars of {allianceName} were changed',
  },
  'alliances.member-added': {
    payload: z.strictObject({ role: z.enum(allianceRoles) }),
    audience: ['secretariat'],
    da: 'En person fik adgang til alliancen ({role})',
    en: 'A person was given access to the alliance ({role})',
  },
  'alliances.member-ended': {
    payload: z.strictObject({ role: z.enum(allianceRoles) }),
    audience: ['secretariat'],
    da: 'En persons adgang til alliancen ophørte ({role})',
    en: 'A person’s access to the alliance ended ({role})',
  },
  'alliances.partner-added': {
    payload: z.strictObject({ organisationName: name }),
    audience: [...everybody],
    da: '{organisationName} blev partner',
    en: '{organisationName} became a partner',
  },
  'alliances.partner-changed': {
    payload: z.strictObject({ organisationName: name, fields: z.array(z.string()) }),
    audience: ['secretariat'],
    da: 'Oplysningerne om {organisationName} blev rettet',
    en: 'The particulars of {organisationName} were corrected',
  },
  'alliances.partner-paused': {
    payload: membershipChange,
    audience: [...everybody],
    da: '{organisationName} holder pause',
    en: '{organisationName} is pausing',
  },
  'alliances.partner-left': {
    payload: membershipChange,
    audience: [...everybody],
    da: '{organisationName} er trådt ud af alliancen',
    en: '{organisationName} has left the alliance',
  },
  'alliances.partner-rejoined': {
    payload: membershipChange,
    audience: [...everybody],
    da: '{organisationName} er med igen',
    en: '{organisationName} takes part again',
  },
  'alliances.partners-imported': {
    payload: z.strictObject({ byName: name, fileName: name, created: count, updated: count }),
    audience: [...everybody],
    da: '{byName} hentede partnere ind fra {fileName}: {created} nye, {updated} opdateret',
    en: '{byName} brought in partners from {fileName}: {created} new, {updated} updated',
  },
  'alliances.partner-imported': {
    payload: z.strictObject({
      byName: name,
      organisationName: name,
      fileName: name,
      isNew: z.boolean(),
      fields: z.array(z.string()),
    }),
    audience: [],
    da: '{byName} hentede {organisationName} ind fra {fileName}',
    en: '{byName} brought in {organisationName} from {fileName}',
  },
  'alliances.import-undone': {
    payload: z.strictObject({ byName: name, fileName: name, removed: count, restored: count, kept: count }),
    audience: ['secretariat'],
    da: '{byName} fortrød importen af {fileName}: {removed} fjernet, {restored} ført tilbage, {kept} blev stående',
    en: '{byName} undid the import of {fileName}: {removed} removed, {restored} put back, {kept} left standing',
  },
} as const satisfies EventCatalogue;
