import type { PlainDate } from '#libs/kernel';

/** How an action stands on a given day. */
export type ActionStanding = 'open' | 'overdue' | 'done';

/** Where an action stands on the Danish calendar day `today`; on its date itself it is not late yet. */
export function actionStanding(dueOn: PlainDate, doneAt: Date | null, today: PlainDate): ActionStanding {
  if (doneAt !== null) return 'done';
  return dueOn < today ? 'overdue' : 'open';
}
