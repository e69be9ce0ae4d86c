import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventType } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { systemActor } from '../tenancy/actor.js';
import { eventQueue } from './event-log.js';
import { EventSubscriptions, type LoggedEvent } from './event-subscriptions.js';

interface Row {
  id: string;
  type: string;
  occurred_at: Date;
  subject_kind: string;
  subject_id: string;
  payload: Record<string, unknown>;
}

/** Tells subscribers of events, one job per subscriber and event. */
@Injectable()
export class EventDispatcher implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly subscriptions: EventSubscriptions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.registry.handle(eventQueue, async (payload) => {
      const { allianceId, eventId, subscriber } = payload as Record<string, string>;
      if (allianceId === undefined || eventId === undefined || subscriber === undefined) return;
      await this.unitOfWork.actAs(systemActor(allianceId, subscriber), (tx) =>
        this.tell(tx, eventId, subscriber),
      );
    });
  }

  private async tell(tx: Transaction, eventId: string, subscriber: string): Promise<void> {
    const [row] = await tx.query<Row>(
      `select id, type, occurred_at, subject_kind, subject_id, payload from event where alliance_id = $1 and id = $2`,
      [tx.allianceId, eventId],
    );
    if (row === undefined) return;
    const handler = this.subscriptions.handlerOf(row.type as EventType, subscriber);
    const event = {
      id: row.id,
      allianceId: tx.allianceId,
      type: row.type,
      occurredAt: row.occurred_at,
      subject: { kind: row.subject_kind, id: row.subject_id },
      payload: row.payload,
    } as LoggedEvent;
    await handler?.(event, tx);
  }
}
