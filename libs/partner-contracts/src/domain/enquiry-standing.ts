import type { EnquiryTiming } from '#libs/api-schema';
import { type Enquiry, type EnquiryMove, movesFrom } from './enquiry.js';

/** As whom somebody stands before an enquiry. One person may be several of these. */
export type Standing =
  /** of the organisation whose turn it is */
  | 'holder'
  /** the coordinator who is asked to take over */
  | 'coordinator'
  /** of the organisation that handed on and waits */
  | 'giver'
  | 'secretariat'
  /** caseworker of the young person's own organisation, or of any when the young person came alone */
  | 'caseworker'
  | 'young-person';

const help: readonly EnquiryMove[] = ['hand-on', 'take-back'];
const own: Readonly<Record<Standing, readonly EnquiryMove[]>> = {
  holder: ['offer', 'hand-on', 'ask-for-help'],
  coordinator: ['accept', 'decline'],
  giver: ['take-back'],
  secretariat: help,
  caseworker: [...help, 'withdraw'],
  'young-person': ['withdraw'],
};

/** What somebody may do to the enquiry now: what the state allows and one of their standings gives. */
export function movesOpenTo(enquiry: Enquiry, standings: readonly Standing[]): EnquiryMove[] {
  const given = new Set(standings.flatMap((standing) => movesOf(enquiry, standing)));
  return movesFrom(enquiry.state).filter((what) => given.has(what));
}

/** Who holds an enquiry that was handed on to a partner is its receiver: they accept or decline, nothing else. */
function movesOf(enquiry: Enquiry, standing: Standing): readonly EnquiryMove[] {
  if (standing !== 'holder' || enquiry.state !== 'handed-on') return own[standing];
  return enquiry.coordinator === null ? own.coordinator : own.giver;
}

/** What the list says about time. An alarm outweighs being late. */
export function timingOf(
  enquiry: Pick<Enquiry, 'endedAt' | 'receivedAt' | 'actDueAt'>,
  alarmAfterDays: number,
  now: Date,
): EnquiryTiming {
  if (enquiry.endedAt !== null) return 'ended';
  if (now.getTime() - enquiry.receivedAt.getTime() > alarmAfterDays * 86_400_000) return 'alarm';
  return now > enquiry.actDueAt ? 'late' : 'in-time';
}
