import { hasRole, type Policy, type SeenList, type Transaction } from '#libs/platform';

/**
 * Who may do what with meetings. The secretariat may do everything. Everybody else reads and takes part in the meetings of
 * the groups they are members of (that part is in the rows: see `meeting-access.ts`); an observer reads only published
 * aggregates and takes no part.
 */
export const meetingsPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person') return;
  if (hasRole(actor, 'secretariat')) {
    can('manage', ['Meeting', 'MeetingGroup', 'MeetingAction']);
    can(['read', 'update'], 'Link', { purpose: 'action' });
    return;
  }
  if (!hasRole(actor, 'member', 'caseworker', 'partner')) return;
  can('read', ['Meeting', 'MeetingGroup', 'MeetingAction']);
  can('attend', 'Meeting');
  can('chair', 'Meeting', { chair_id: actor.personId });
  can('mark', 'MeetingAction', { owner_id: actor.personId });
};

/** The rows a person has to do with, as `meeting-access.ts` has it: $2 is the person, $3 says that all are theirs. */
const mine = `($3 or exists (select from meeting_group_member gm where gm.alliance_id = $1 and gm.group_id = g.id
  and gm.person_id = $2))`;
const mineOrChaired = `(m.chair_id = $2 or ${mine})`;

async function rowsOf<R>(tx: Transaction, sql: string): Promise<R[]> {
  const { actor } = tx;
  if (!hasRole(actor, 'secretariat', 'member', 'caseworker', 'partner') || actor.kind !== 'person') return [];
  return tx.query<R>(sql, [tx.allianceId, actor.personId, hasRole(actor, 'secretariat')]);
}

async function countOf(tx: Transaction, from: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(tx, `select count(*)::int as n from ${from}`);
  return row?.n ?? 0;
}

const groups = `meeting_group g where g.alliance_id = $1 and ${mine}`;
const meetings = `meeting m join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id
  where m.alliance_id = $1 and ${mineOrChaired}`;
const actions = `meeting_action a join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
  join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id
  where a.alliance_id = $1 and (a.owner_id = $2 or ${mineOrChaired})`;

/** The lists it opens, as far as the groups of the person go. */
export const meetingLists: readonly SeenList[] = [
  {
    key: 'meeting-groups',
    label: { da: 'Grupper, der mødes', en: 'Groups that meet' },
    count: (tx) => countOf(tx, groups),
    names: async (tx) =>
      (await rowsOf<{ name: string }>(tx, `select g.name from ${groups} order by g.name`)).map(
        ({ name }) => name,
      ),
  },
  { key: 'meetings', label: { da: 'Møder', en: 'Meetings' }, count: (tx) => countOf(tx, meetings) },
  {
    key: 'meeting-actions',
    label: { da: 'Handlinger fra møder', en: 'Actions from meetings' },
    count: (tx) => countOf(tx, actions),
  },
];
