import { Injectable } from '@nestjs/common';
import type { EventPayload, EventType } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';

/** An event as it lies in the log. */
export interface LoggedEvent<T extends EventType = EventType> {
  readonly id: string;
  readonly allianceId: string;
  readonly type: T;
  readonly occurredAt: Date;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly payload: EventPayload<T>;
}

type Handler = (event: LoggedEvent, tx: Transaction) => Promise<void>;

/**
 * Who wants to know of which events. A subscriber is told in a job of its own, in a unit of work of the system in the
 * event's alliance: at least once, so it must bear being told twice.
 */
@Injectable()
export class EventSubscriptions {
  private readonly byType = new Map<string, Map<string, Handler>>();

  /** @param subscriber stable name, `module.what-it-does`; unique per event type */
  on<T extends EventType>(
    type: T,
    subscriber: string,
    handler: (event: LoggedEvent<T>, tx: Transaction) => Promise<void>,
  ): void {
    const handlers = this.byType.get(type) ?? new Map<string, Handler>();
    if (handlers.has(subscriber)) throw new Error(`${subscriber} listens to ${type} already`);
    handlers.set(subscriber, handler as unknown as Handler);
    this.byType.set(type, handlers);
  }

  /** The names of those to be told of a type of event. */
  subscribersOf(type: EventType): string[] {
    return [...(this.byType.get(type)?.keys() ?? [])];
  }

  /** The handler of a subscriber, unless it has gone since the job was written. */
  handlerOf(type: EventType, subscriber: string): Handler | undefined {
    return this.byType.get(type)?.get(subscriber);
  }
}
