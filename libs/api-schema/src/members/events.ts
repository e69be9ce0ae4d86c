import { z } from 'zod';
import { allianceRoles, type EventCatalogue } from '../catalogue.js';

const role = z.strictObject({ role: z.enum(allianceRoles) });
const count = z.number().int();

/** How people come, rest, go and hand over. No names: whoever reads the line may look the person up. */
export const membersEvents = {
  'alliances.person-invited': {
    payload: role,
    audience: ['secretariat'],
    da: 'En person blev inviteret ({role})',
    en: 'A person was invited ({role})',
  },
  'alliances.invitation-resent': {
    payload: role,
    audience: ['secretariat'],
    routine: true,
    da: 'En invitation blev sendt igen ({role})',
    en: 'An invitation was sent again ({role})',
  },
  'alliances.invitation-link-made': {
    payload: role,
    audience: ['secretariat'],
    routine: true,
    da: 'Der blev lavet et link til en invitation ({role})',
    en: 'A link to an invitation was made ({role})',
  },
  'alliances.invitation-withdrawn': {
    payload: role,
    audience: ['secretariat'],
    da: 'En invitation blev trukket tilbage ({role})',
    en: 'An invitation was withdrawn ({role})',
  },
  'alliances.invitation-accepted': {
    payload: z.strictObject({ role: z.enum(allianceRoles), onOtherAddress: z.boolean() }),
    audience: ['secretariat'],
    routine: true,
    da: 'En invitation blev taget imod ({role})',
    en: 'An invitation was accepted ({role})',
  },
  'alliances.member-paused': {
    payload: role,
    audience: ['secretariat'],
    da: 'En persons adgang blev sat på pause ({role})',
    en: 'A person’s access was paused ({role})',
  },
  'alliances.member-resumed': {
    payload: role,
    audience: ['secretariat'],
    da: 'En person fik adgang igen efter en pause ({role})',
    en: 'A person got access again after a pause ({role})',
  },
  'alliances.member-left': {
    payload: role,
    audience: ['secretariat'],
    da: 'En person forlod selv alliancen ({role})',
    en: 'A person left the alliance by themselves ({role})',
  },
  'alliances.contact-owner-handed-over': {
    payload: z.strictObject({ partners: count }),
    audience: ['secretariat', 'caseworker', 'member'],
    da: '{partners, plural, one {# partner} other {# partnere}} fik ny fast kontakt',
    en: '{partners, plural, one {# partner} other {# partners}} got a new contact owner',
  },
  'alliances.contact-owner-changed': {
    payload: z.strictObject({ organisationName: z.string() }),
    audience: [],
    da: '{organisationName} fik ny fast kontakt',
    en: '{organisationName} got a new contact owner',
  },
  'alliances.contact-owner-ended': {
    payload: z.strictObject({ partners: count }),
    audience: ['secretariat'],
    da: '{partners, plural, one {# partner} other {# partnere}} er uden fast kontakt, fordi en person gik ud af alliancen',
    en: '{partners, plural, one {# partner is} other {# partners are}} without contact owner, because a person left the alliance',
  },
} as const satisfies EventCatalogue;
