import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { DueItem, DueItemSource, DueRecipient, DueRule, NotedItem } from '#libs/reminders';
import { EnquiryNotices } from './enquiry-notices.js';
import type { StoredEnquiry } from './enquiry.repository.js';

interface Waiting {
  readonly id: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly partnerName: string;
  readonly dueAt: Date;
  readonly stepId: string | null;
  readonly coordinatorName: string | null;
  readonly coordinatorEmail: string | null;
}

const waiting = `
  select e.id, e.holder_organisation_id as "holderId", h.name as "holderName", p.name as "partnerName",
    e.act_due_at + make_interval(days => $3::int) as "dueAt", s.id as "stepId", s.coordinator_name as "coordinatorName",
    s.coordinator_email::text as "coordinatorEmail"
  from enquiry e
  join alliances_organisation p on p.alliance_id = e.alliance_id and p.id = e.partner_organisation_id
  join alliances_organisation h on h.alliance_id = e.alliance_id and h.id = e.holder_organisation_id
  left join lateral (
    select l.id, l.coordinator_name, l.coordinator_email from enquiry_step l
    where l.alliance_id = e.alliance_id and l.enquiry_id = e.id and l.kind = 'handed-on'
    order by l.id desc limit 1) s on e.state = 'handed-on'
  where e.alliance_id = $1 and e.state = any ($2) and e.ended_at is null`;

const pageOf = (id: string): string => `henvendelser/${id}`;

/** The partner has not answered within the response time, or has it back and does nothing. */
@Injectable()
export class EnquiryUnansweredSource implements DueItemSource {
  readonly kind = 'partner-contracts.enquiry-unanswered';
  readonly presents = {
    label: { da: 'Ubesvaret henvendelse', en: 'Unanswered enquiry' },
    counts: { da: 'dage efter at svarfristen er passeret', en: 'days after the response time has passed' },
    defaultAfterDays: 0,
  };
  private readonly states = ['received', 'returned'];

  constructor(private readonly notices: EnquiryNotices) {}

  async due(tx: Transaction, now: Date, rule: DueRule): Promise<readonly DueItem[]> {
    const items: DueItem[] = [];
    for (const one of await overdue(tx, this.states, now, rule)) {
      const recipient = await this.notices.receiverOf(tx, one.id, one.holderId);
      if (recipient !== null) items.push(this.item(one, recipient));
    }
    return items;
  }

  async stillDue(tx: Transaction, item: NotedItem): Promise<boolean> {
    const one = await stillWaiting(tx, this.states, item);
    if (one === undefined) return false;
    return isStill(item, await this.notices.receiverOf(tx, one.id, one.holderId));
  }

  async link(tx: Transaction, item: NotedItem): Promise<string> {
    return this.notices.answerLink(tx, await mustWait(tx, this.states, item), item.recipient);
  }

  private item(one: Waiting, recipient: DueRecipient): DueItem {
    return {
      kind: this.kind,
      subject: { kind: 'enquiry', id: one.id },
      dueAt: one.dueAt,
      recipient,
      title: {
        da: `En ung venter på svar fra ${one.holderName}`,
        en: `A young person is waiting for an answer from ${one.holderName}`,
      },
      detail: {
        da: 'Tilbyd en plads, giv den unge videre til en anden, eller bed sekretariatet om hjælp.',
        en: 'Offer a place, hand the young person on, or ask the secretariat for help.',
      },
      path: pageOf(one.id),
    };
  }
}

/** Somebody was asked to take over and has said neither yes nor no. */
@Injectable()
export class HandOnUnansweredSource implements DueItemSource {
  readonly kind = 'partner-contracts.hand-on-unanswered';
  readonly presents = {
    label: { da: 'Ubesvaret videregivelse', en: 'Unanswered hand-on' },
    counts: { da: 'dage efter at svarfristen er passeret', en: 'days after the response time has passed' },
    defaultAfterDays: 0,
  };
  private readonly states = ['handed-on'];

  constructor(private readonly notices: EnquiryNotices) {}

  async due(tx: Transaction, now: Date, rule: DueRule): Promise<readonly DueItem[]> {
    const items: DueItem[] = [];
    for (const one of await overdue(tx, this.states, now, rule)) {
      const recipient = await this.receiver(tx, one);
      if (recipient !== null) items.push(this.item(one, recipient));
    }
    return items;
  }

  async stillDue(tx: Transaction, item: NotedItem): Promise<boolean> {
    const one = await stillWaiting(tx, this.states, item);
    return one !== undefined && isStill(item, await this.receiver(tx, one));
  }

  async link(tx: Transaction, item: NotedItem): Promise<string> {
    const one = await mustWait(tx, this.states, item);
    return one.coordinatorName === null || one.stepId === null
      ? this.notices.answerLink(tx, one, item.recipient)
      : this.notices.handOnLink(tx, one.stepId, one.holderId, item.recipient);
  }

  private async receiver(tx: Transaction, one: Waiting): Promise<DueRecipient | null> {
    const { coordinatorName: name, coordinatorEmail: email, stepId } = one;
    return name !== null && email !== null && stepId !== null
      ? this.notices.coordinatorOf(tx, stepId, one.holderId, { name, email, locale: 'da' })
      : this.notices.receiverOf(tx, one.id, one.holderId);
  }

  private item(one: Waiting, recipient: DueRecipient): DueItem {
    const receiver = one.coordinatorName ?? one.holderName;
    return {
      kind: this.kind,
      subject: { kind: 'enquiry', id: one.id },
      dueAt: one.dueAt,
      recipient,
      title: {
        da: `En ung, der henvendte sig til ${one.partnerName}, venter på, at ${receiver} tager over`,
        en: `A young person who turned to ${one.partnerName} is waiting for ${receiver} to take over`,
      },
      detail: {
        da: 'Svar ja eller nej, så den unge kan komme videre.',
        en: 'Answer yes or no, so that they can move on.',
      },
      path: pageOf(one.id),
    };
  }
}

/** Whether it still waits for whom the item was noted for, and was not passed on meanwhile. */
function isStill(item: NotedItem, receiver: DueRecipient | null): boolean {
  return receiver?.email.toLowerCase() === item.recipient.email.toLowerCase();
}

function overdue(tx: Transaction, states: readonly string[], now: Date, rule: DueRule): Promise<Waiting[]> {
  return tx.query<Waiting>(
    `${waiting} and e.act_due_at + make_interval(days => $3::int) <= $4 order by e.act_due_at, e.id`,
    [tx.allianceId, states, rule.afterDays, now],
  );
}

/** The chain, if it has not moved since the item was noted: a later turn is another matter. */
async function stillWaiting(
  tx: Transaction,
  states: readonly string[],
  item: NotedItem,
): Promise<Waiting | undefined> {
  const [one] = await tx.query<Waiting>(`${waiting} and e.id = $4 and e.act_due_at <= $5`, [
    tx.allianceId,
    states,
    0,
    item.subject.id,
    item.dueAt,
  ]);
  return one;
}

async function mustWait(
  tx: Transaction,
  states: readonly string[],
  item: NotedItem,
): Promise<Waiting & Pick<StoredEnquiry, 'id' | 'holderId'>> {
  const one = await stillWaiting(tx, states, item);
  if (one === undefined) throw new Error('asked for a link to an enquiry that waits for nobody');
  return one;
}
