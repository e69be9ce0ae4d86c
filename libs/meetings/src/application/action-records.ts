import type { RoomPerson } from '#libs/api-schema';
import { copenhagenDate } from '#libs/kernel';
import { notFound, type Transaction } from '#libs/platform';

/** An action with where it was agreed. */
export interface AgreedAction {
  readonly id: string;
  readonly meetingId: string;
  readonly meetingTitle: string;
  readonly groupId: string;
  readonly chairId: string | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dueOn: string;
  readonly isDone: boolean;
  readonly version: number;
}

/** Finds an action, locked against other writers when `forChange`; null when this alliance has none with that id. */
export async function findAction(
  tx: Transaction,
  actionId: string,
  forChange = false,
): Promise<AgreedAction | null> {
  const [found] = await tx.query<AgreedAction>(
    `select a.id, a.meeting_id as "meetingId", m.title as "meetingTitle", m.group_id as "groupId",
            m.chair_id as "chairId", a.owner_id as "ownerId", a.owner_name as "ownerName",
            to_char(a.due_on, 'YYYY-MM-DD') as "dueOn", a.done_at is not null as "isDone", a.version
     from meeting_action a join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
     where a.alliance_id = $1 and a.id = $2${forChange ? ' for update of a' : ''}`,
    [tx.allianceId, actionId],
  );
  return found ?? null;
}

/** What is to be done by whom and when. */
export interface NewAction {
  readonly actionId: string;
  readonly itemId: string | null;
  readonly title: string;
  readonly owner: RoomPerson;
  readonly dueOn: string;
}

/** Stores an action agreed on at a meeting and tells the alliance's log. */
export async function insertAction(
  tx: Transaction,
  meeting: { readonly id: string; readonly title: string },
  action: NewAction,
): Promise<void> {
  await tx.query(
    `insert into meeting_action (id, alliance_id, meeting_id, item_id, title, owner_id, owner_name, due_on, agreed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      action.actionId,
      tx.allianceId,
      meeting.id,
      action.itemId,
      action.title,
      action.owner.personId,
      action.owner.name,
      action.dueOn,
      tx.now(),
    ],
  );
  await tx.append(
    'meetings.action-agreed',
    { kind: 'meeting-action', id: action.actionId },
    { meetingId: meeting.id, meetingTitle: meeting.title, ownerName: action.owner.name, dueOn: action.dueOn },
  );
}

/** Who did something with an action: somebody with an account, or whoever held its link, known by their address. */
export interface ActionDoer {
  readonly name: string;
  readonly personId: string | null;
  readonly email: string | null;
}

/** Marks an action as done by somebody, or opens it again, and tells the alliance's log. */
export async function markAction(
  tx: Transaction,
  actionId: string,
  by: ActionDoer,
  isDone: boolean,
): Promise<void> {
  const action = await findAction(tx, actionId, true);
  if (action === null) throw notFound();
  await tx.query(
    `update meeting_action set done_at = $3, done_by_name = $4, done_by_id = $5, done_by_email = $6, version = version + 1
     where alliance_id = $1 and id = $2`,
    [
      tx.allianceId,
      actionId,
      isDone ? tx.now() : null,
      ...(isDone ? [by.name, by.personId, by.email] : [null, null, null]),
    ],
  );
  const subject = { kind: 'meeting-action', id: actionId };
  const { meetingId, meetingTitle, ownerName, dueOn } = action;
  const what = { meetingId, meetingTitle, ownerName };
  if (isDone) {
    const onTime = copenhagenDate(tx.now()) <= dueOn;
    await tx.append('meetings.action-done', subject, { ...what, onTime });
  } else await tx.append('meetings.action-reopened', subject, what);
}
