/**
 * What a token may be allowed, one by one. Subjects with data about young people, the list of members, mails and what is
 * signed or answered on an organisation's behalf are not here, so no token ever reaches them. Names of staff and of
 * contact persons stand where they belong to the thing itself: partners (`read:Partner`) and history (`read:Audit`).
 * `write` includes what creates, changes and removes, and reads too.
 */
export const tokenScopes = [
  'read:Alliance',
  'read:Agenda',
  'write:Agenda',
  'read:Partner',
  'write:Partner',
  'read:Contract',
  'write:Contract',
  'read:ContractTemplate',
  'write:ContractTemplate',
  'read:Enquiry',
  'read:Promise',
  'read:Indicator',
  'write:Indicator',
  'read:Initiative',
  'write:Initiative',
  'read:Meeting',
  'write:Meeting',
  'read:MeetingAction',
  'read:MeetingGroup',
  'write:MeetingGroup',
  'read:Reminder',
  'write:Reminder',
  'read:Audit',
] as const;

/** One thing a token may be allowed. */
export type TokenScope = (typeof tokenScopes)[number];

const writing = new Set(['create', 'update', 'delete', 'report']);

/** The scopes that open a route, any of them; none when no token may. */
export function scopesFor(action: string, subject: string): TokenScope[] {
  const wanted =
    action === 'read'
      ? [`read:${subject}`, `write:${subject}`]
      : writing.has(action)
        ? [`write:${subject}`]
        : [];
  return tokenScopes.filter((scope) => wanted.includes(scope));
}
