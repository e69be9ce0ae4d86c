/** Who brought the young person to the partner. */
export const enquiryChannels = ['direct', 'caseworker', 'school'] as const;
/** Who brought the young person to the partner. */
export type EnquiryChannel = (typeof enquiryChannels)[number];

/**
 * Where a chain stands. `received`, `help-wanted`, `handed-on` and `returned` are open: somebody owes the young
 * person something. Only `offered`, `accepted` and `withdrawn` end it.
 */
export const enquiryStates = [
  'received',
  'help-wanted',
  'handed-on',
  'returned',
  'offered',
  'accepted',
  'withdrawn',
] as const;
/** Where a chain stands. */
export type EnquiryState = (typeof enquiryStates)[number];

/** The three ways a chain may end; there is no fourth. */
export const enquiryOutcomes = ['place-offered', 'hand-on-accepted', 'withdrawn'] as const;
/** How a chain ended. */
export type EnquiryOutcome = (typeof enquiryOutcomes)[number];

/** What happened in a chain, step by step. */
export const enquiryStepKinds = [
  'received',
  'offered',
  'handed-on',
  'help-wanted',
  'accepted',
  'declined',
  'taken-back',
  'withdrawn',
] as const;
/** One step of a chain. */
export type EnquiryStepKind = (typeof enquiryStepKinds)[number];

/** What the list shows about time: `late` is past the response time unanswered, `alarm` open for too long. */
export const enquiryTimings = ['in-time', 'late', 'alarm', 'ended'] as const;
/** What the list shows about time. */
export type EnquiryTiming = (typeof enquiryTimings)[number];

/** The age bands used wherever a young person's age is shown or counted. */
export const ageBands = ['6-12', '13-15', '16-17', '18-24', '25-29', '30+'] as const;
/** An age band. */
export type AgeBand = (typeof ageBands)[number];

/** How the young person wants to be reached. `through-caseworker` needs no address. */
export const contactChannels = ['phone', 'email', 'through-caseworker'] as const;
/** How the young person wants to be reached. */
export type ContactChannel = (typeof contactChannels)[number];

/** To whom a partner without a place may hand a young person on, beside another partner. */
export const coordinatorKinds = ['internship-coordinator', 'business-consultant'] as const;
/** praktikkoordinator | virksomhedskonsulent */
export type CoordinatorKind = (typeof coordinatorKinds)[number];

/** The version of the consent text that is shown and recorded with each enquiry. */
export const enquiryConsentVersion = '2026-11';
