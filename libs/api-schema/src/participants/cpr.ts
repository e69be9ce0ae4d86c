import { z } from 'zod';
import { id } from '../lists.js';

/** A CPR number as people write it, taken apart from spaces and hyphens; its first six digits are a day. */
export const cprNumber = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/[\s._/\u2010-\u2015-]/gu, ''))
  .refine((digits) => /^\d{10}$/.test(digits) && isBirthday(digits), { error: 'participants/cpr-malformed' });

/** Which days a month has; February may have 29, since the century is not in the first six digits. */
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Numbers given for a time ("erstatnings-CPR") have 60 added to the day. */
function isBirthday(digits: string): boolean {
  const written = Number(digits.slice(0, 2));
  const day = written > 60 ? written - 60 : written;
  return day >= 1 && day <= (daysOf[Number(digits.slice(2, 4)) - 1] ?? 0);
}

/** Keep a participant's CPR number. */
export const keepCpr = z.strictObject({ cpr: cprNumber });
/** Find a participant by CPR number; in a body, so that it reaches no address and no log. */
export const findByCpr = z.strictObject({ cpr: cprNumber });
/** The participant of one's own organisations that has the number, if there is one. */
export const foundByCpr = z.object({ participantId: id.nullable() });
/** A kept CPR number, shown once after it was asked for. */
export const shownCpr = z.object({ cpr: z.string() });

/** Whether CPR numbers may be kept in the alliance. */
export const participantSetting = z.object({ cprEnabled: z.boolean(), version: z.number().int() });
/** Whether CPR numbers may be kept in the alliance. */
export type ParticipantSetting = z.infer<typeof participantSetting>;
/** Turn CPR numbers on or off; turning them off deletes those that are kept. */
export const changeParticipantSetting = z.strictObject({ cprEnabled: z.boolean() });
