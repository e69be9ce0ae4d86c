import type { EnquiryOutcome, EnquiryState, EnquiryStepKind } from '#libs/api-schema';
import { addDays, copenhagenDate, copenhagenInstant, DomainError } from '#libs/kernel';

/** What can be done to an enquiry. */
export type EnquiryMove =
  'offer' | 'hand-on' | 'ask-for-help' | 'accept' | 'decline' | 'take-back' | 'withdraw';

/** The chain of one enquiry: where it is, and by when somebody has to act. Nothing about the young person. */
export interface Enquiry {
  readonly state: EnquiryState;
  /** The guarantee partner that was approached: the promise is theirs. */
  readonly partnerId: string;
  /** The organisation that has to act now. A coordinator holds nothing until the hand-on is accepted. */
  readonly holderId: string;
  /** Who handed on and gets it back when the receiver declines; only while it is handed on. */
  readonly handedOnById: string | null;
  /** Name of the coordinator asked to take over; only while it is handed on to one. */
  readonly coordinator: string | null;
  readonly responseDays: number;
  readonly receivedAt: Date;
  /** End of the response time promised in the partner's contract. */
  readonly responseDueAt: Date;
  /** When the one whose turn it is should have acted. */
  readonly actDueAt: Date;
  /** The partner's first answer. */
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
}

/** To whom it is handed on: another partner, or a named coordinator. */
export type Receiver =
  | { readonly kind: 'partner'; readonly organisationId: string }
  | { readonly kind: 'coordinator'; readonly name: string };

/** One who has said no already: an organisation's id or a coordinator's name, and what to call them. */
export interface Declined {
  readonly key: string;
  readonly name: string;
}

/** The whole life of an enquiry. A move that is not here does not exist. */
const transitions: Readonly<Record<EnquiryState, Readonly<Partial<Record<EnquiryMove, EnquiryState>>>>> = {
  received: {
    offer: 'offered',
    'hand-on': 'handed-on',
    'ask-for-help': 'help-wanted',
    withdraw: 'withdrawn',
  },
  'help-wanted': { offer: 'offered', 'hand-on': 'handed-on', withdraw: 'withdrawn' },
  'handed-on': { accept: 'accepted', decline: 'returned', 'take-back': 'returned', withdraw: 'withdrawn' },
  returned: {
    offer: 'offered',
    'hand-on': 'handed-on',
    'ask-for-help': 'help-wanted',
    withdraw: 'withdrawn',
  },
  offered: {},
  accepted: {},
  withdrawn: {},
};

const outcomes: Readonly<Partial<Record<EnquiryState, EnquiryOutcome>>> = {
  offered: 'place-offered',
  accepted: 'hand-on-accepted',
  withdrawn: 'withdrawn',
};

/** Which step of the timeline a move leaves. */
export const stepOfMove: Readonly<Record<EnquiryMove, EnquiryStepKind>> = {
  offer: 'offered',
  'hand-on': 'handed-on',
  'ask-for-help': 'help-wanted',
  accept: 'accepted',
  decline: 'declined',
  'take-back': 'taken-back',
  withdraw: 'withdrawn',
};

/** How the chain ended; null while somebody still owes the young person something. */
export function outcomeOf(state: EnquiryState): EnquiryOutcome | null {
  return outcomes[state] ?? null;
}

/** The moves that the state allows, whoever makes them. */
export function movesFrom(state: EnquiryState): EnquiryMove[] {
  return Object.keys(transitions[state]) as EnquiryMove[];
}

/** End of the day that lies so many days after the given instant, by Danish calendar. */
export function dueAfter(instant: Date, days: number): Date {
  return copenhagenInstant(addDays(copenhagenDate(instant), days + 1));
}

/** A new chain: the partner has the contract's response days, counted from the day after, to answer. */
export function receive(partnerId: string, responseDays: number, now: Date): Enquiry {
  const responseDueAt = dueAfter(now, responseDays);
  return {
    state: 'received',
    partnerId,
    holderId: partnerId,
    handedOnById: null,
    coordinator: null,
    responseDays,
    receivedAt: now,
    responseDueAt,
    actDueAt: responseDueAt,
    answeredAt: null,
    endedAt: null,
  };
}

/**
 * Makes one move.
 * @param byPartner whether the partner that was approached makes it: their first move is the answer they promised
 * @throws DomainError enquiries/not-now when the state does not allow the move
 */
export function move(
  enquiry: Enquiry,
  what: Exclude<EnquiryMove, 'hand-on'>,
  now: Date,
  byPartner = false,
): Enquiry {
  const next = advance(enquiry, what, now, byPartner);
  const back = what === 'decline' || what === 'take-back';
  return {
    ...next,
    holderId: back && enquiry.handedOnById !== null ? enquiry.handedOnById : enquiry.holderId,
    handedOnById: null,
    coordinator: null,
  };
}

/**
 * Hands the young person on. The receiver has as many days to accept as the partner had to answer.
 * @param declined those who have said no to this enquiry before
 * @throws DomainError enquiries/handed-to-self, enquiries/already-asked, enquiries/not-now
 */
export function handOn(
  enquiry: Enquiry,
  receiver: Receiver,
  declined: readonly Declined[],
  now: Date,
  byPartner = false,
): Enquiry {
  const next = advance(enquiry, 'hand-on', now, byPartner);
  const key = receiver.kind === 'partner' ? receiver.organisationId : receiver.name;
  if (key === enquiry.holderId) throw new DomainError('enquiries/handed-to-self', {}, 'partnerId');
  const before = declined.find((one) => one.key === key);
  if (before !== undefined)
    throw new DomainError(
      'enquiries/already-asked',
      { name: before.name },
      receiver.kind === 'partner' ? 'partnerId' : 'name',
    );
  return {
    ...next,
    holderId: receiver.kind === 'partner' ? receiver.organisationId : enquiry.holderId,
    handedOnById: enquiry.holderId,
    coordinator: receiver.kind === 'coordinator' ? receiver.name : null,
  };
}

function advance(enquiry: Enquiry, what: EnquiryMove, now: Date, byPartner: boolean): Enquiry {
  const state = transitions[enquiry.state][what];
  if (state === undefined) throw new DomainError('enquiries/not-now');
  return {
    ...enquiry,
    state,
    actDueAt: dueAfter(now, enquiry.responseDays),
    answeredAt: enquiry.answeredAt ?? (byPartner ? now : null),
    endedAt: outcomeOf(state) === null ? null : now,
  };
}
