import { type Actor, organisationsOf } from '#libs/platform';
import type { Standing } from '../domain/enquiry-standing.js';
import type { StoredEnquiry } from './enquiry.repository.js';

/** Purposes of the links that lead to an enquiry. */
export const enquiryLinks = {
  /** the organisation that holds or handed on; subject is the enquiry */
  answer: 'enquiry',
  /** a coordinator who is asked to take over; subject is the step that asked */
  handOn: 'hand-on',
  /** the young person; subject is the enquiry */
  withdrawal: 'enquiry-withdrawal',
} as const;

/** As whom an actor stands before an enquiry. None means: it does not exist for them. */
export function standingsOf(actor: Actor, enquiry: StoredEnquiry): Standing[] {
  if (actor.kind === 'system') return [];
  if (actor.kind === 'link') return linkStandings(actor, enquiry);
  const cases = organisationsOf(actor, 'caseworker');
  const own =
    cases.length > 0 && (enquiry.caseOrganisationId === null || cases.includes(enquiry.caseOrganisationId));
  return [
    ...partnerStandings(organisationsOf(actor, 'partner'), enquiry),
    ...(actor.roles.some(({ role }) => role === 'secretariat') ? (['secretariat'] as const) : []),
    ...(own ? (['caseworker'] as const) : []),
  ];
}

function linkStandings(actor: Extract<Actor, { kind: 'link' }>, enquiry: StoredEnquiry): Standing[] {
  switch (actor.purpose) {
    case enquiryLinks.answer:
      return actor.subjectId === enquiry.id && actor.organisationId !== null
        ? partnerStandings([actor.organisationId], enquiry)
        : [];
    case enquiryLinks.handOn:
      return actor.subjectId === enquiry.openHandOnId ? ['coordinator'] : [];
    case enquiryLinks.withdrawal:
      return actor.subjectId === enquiry.id ? ['young-person'] : [];
    default:
      return [];
  }
}

function partnerStandings(organisations: readonly string[], enquiry: StoredEnquiry): Standing[] {
  return [
    ...(organisations.includes(enquiry.holderId) ? (['holder'] as const) : []),
    ...(enquiry.handedOnById !== null && organisations.includes(enquiry.handedOnById)
      ? (['giver'] as const)
      : []),
  ];
}
