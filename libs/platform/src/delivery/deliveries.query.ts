import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { deliveries, deliveriesQuery, DeliveryState, outboxMail, testMail } from '#libs/api-schema';
import { Access, notFound } from '../access/access.js';
import { Policies } from '../access/policies.js';
import type { Transaction } from '../database/transaction.js';
import { hasRole } from '../tenancy/actor.js';
import { deliveryPolicy } from './delivery.policy.js';
import { DELIVERY_SETTINGS, type DeliverySettings } from './delivery-settings.js';
import { openContent } from './sealed-content.js';

type Delivery = z.infer<typeof deliveries>['items'][number];
type OutboxMail = z.infer<typeof outboxMail>;

interface Row {
  id: string;
  alliance_id: string;
  template: string;
  about_kind: string;
  about_id: string;
  recipient_name: string;
  recipient_email: string;
  has_person_data: boolean;
  state: DeliveryState;
  attempts: number;
  code: string | null;
  answer: string | null;
  content: Buffer | null;
  created_at: Date;
  settled_at: Date | null;
}

const columns = `id, alliance_id, template, about_kind, about_id, recipient_name, recipient_email, has_person_data,
  state, attempts, code, answer, content, created_at, settled_at`;
const mostInOutbox = 100;

/** What became of mails, for those who follow them. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly access: Access,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
    policies: Policies,
  ) {
    policies.register(deliveryPolicy);
  }

  /** Mails of the alliance that the actor may follow, newest first. */
  async list(tx: Transaction, { about, limit }: z.infer<typeof deliveriesQuery>): Promise<Delivery[]> {
    const [kind, id] = about?.split(':') ?? [];
    const allowed = this.access.sql(tx.actor, 'read', 'Delivery', { alias: 'd', firstParam: 5 });
    const rows = await tx.query<Row>(
      `select ${columns} from delivery d
       where alliance_id = $1 and ($2::text is null or (about_kind = $2 and about_id = $3)) and ${allowed.sql}
       order by id desc limit $4`,
      [tx.allianceId, kind ?? null, id ?? null, limit, ...allowed.params],
    );
    return rows.map((row) => ({
      id: row.id,
      template: row.template,
      about: { kind: row.about_kind, id: row.about_id },
      to: hidesFrom(tx, row) ? null : { name: row.recipient_name, email: row.recipient_email },
      state: row.state,
      attempts: row.attempts,
      code: row.code,
      answer: row.answer,
      queuedAt: row.created_at.toISOString(),
      settledAt: row.settled_at?.toISOString() ?? null,
    }));
  }

  /** The mails of the alliance that are read on screen, newest first. */
  async outbox(tx: Transaction): Promise<OutboxMail[]> {
    const rows = await tx.query<Row>(
      `select ${columns} from delivery where alliance_id = $1 and state = 'on_screen'
       order by id desc limit ${String(mostInOutbox)}`,
      [tx.allianceId],
    );
    return rows.map((row) => this.shown(tx, row));
  }

  /** What became of one mail test. @throws DomainError `platform/not-found` */
  async test(tx: Transaction, deliveryId: string): Promise<z.infer<typeof testMail>> {
    const [row] = await tx.query<Row>(
      `select ${columns} from delivery where alliance_id = $1 and id = $2 and about_kind = 'mail-test'`,
      [tx.allianceId, deliveryId],
    );
    if (row === undefined) throw notFound();
    return { state: row.state, code: row.code, answer: row.answer };
  }

  private shown(tx: Transaction, row: Row): OutboxMail {
    const hidden = hidesFrom(tx, row);
    return {
      id: row.id,
      allianceId: row.alliance_id,
      template: row.template,
      to: hidden ? null : { name: row.recipient_name, email: row.recipient_email },
      queuedAt: row.created_at.toISOString(),
      content:
        hidden || row.content === null
          ? null
          : (openContent(this.settings.keyRing, row.id, row.content) as never),
    };
  }
}

/** Mails that name a young person are for caseworkers' eyes. */
function hidesFrom(tx: Transaction, row: Row): boolean {
  return row.has_person_data && !hasRole(tx.actor, 'caseworker');
}
