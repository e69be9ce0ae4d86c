import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { allianceRoles } from '#libs/api-schema';
import { Notifications } from '../database/notifications.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { feedChannel } from '../events/event-sealer.js';
import { audienceOf, Feed, visibleTypes } from '../events/feed.js';
import { HistoryWalls } from '../events/history-walls.js';
import { LOGGER } from '../observability/logger.js';
import { type PersonActor, systemActor } from '../tenancy/actor.js';
import { SocketServer } from './socket-server.js';

const resync = z.strictObject({ after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
const batch = 500;

/** Whoever has a role in the alliance, or one person there. */
function room(allianceId: string, roleOrPerson: string): string {
  return `feed:${allianceId}:${roleOrPerson}`;
}

function rolesOf(actor: PersonActor): (typeof allianceRoles)[number][] {
  return actor.roles.map((held) => held.role);
}

/**
 * The alliance's feed on sockets: every sealed event once, in sequence, to the roles that may see it, and of them only
 * to the people who may read what it is about. A client that was away says the last number it has (`feed:resync`) and
 * gets exactly the rest; numbers it never hears of are others' to know.
 */
@Injectable()
export class FeedGateway implements OnModuleInit {
  private readonly sent = new Map<string, number>();
  private readonly busy = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();

  constructor(
    private readonly sockets: SocketServer,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly feed: Feed,
    private readonly walls: HistoryWalls,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.sockets.onConnect(async ({ socket, actor }) => {
      for (const role of rolesOf(actor)) await socket.join(room(actor.allianceId, role));
      await socket.join(room(actor.allianceId, actor.personId));
      await this.begin(actor.allianceId);
    });
    this.sockets.on('feed:resync', {
      schema: resync,
      handle: ({ actor }, { after }) =>
        this.unitOfWork.readAs(actor, (tx) =>
          this.feed.page(tx, { after, limit: batch }, visibleTypes(rolesOf(actor))),
        ),
    });
  }

  /** Begins to hear of sealed events. */
  async start(): Promise<void> {
    await this.notifications.listen(feedChannel, (payload) => {
      if (payload === '') for (const allianceId of this.sent.keys()) this.push(allianceId);
      else this.push(payload.split(':')[0] ?? '');
    });
  }

  private listened(allianceId: string): boolean {
    return allianceRoles.some((role) => this.sockets.audience(room(allianceId, role)) > 0);
  }

  /** Everybody once who listens in one of these roles. */
  private listeners(allianceId: string, roles: readonly string[]): PersonActor[] {
    const actors = roles
      .flatMap((role) => this.sockets.connectionsIn(room(allianceId, role)))
      .map(({ actor }) => actor);
    return [...new Map(actors.map((actor) => [actor.personId, actor])).values()];
  }

  private async begin(allianceId: string): Promise<void> {
    if (this.sent.has(allianceId)) return;
    const last = await this.unitOfWork.readAs(systemActor(allianceId, 'begin feed'), (tx) =>
      this.feed.last(tx),
    );
    if (!this.sent.has(allianceId)) this.sent.set(allianceId, last);
  }

  private push(allianceId: string): void {
    if (!this.sent.has(allianceId)) return;
    if (!this.listened(allianceId)) {
      this.sent.delete(allianceId);
      return;
    }
    if (this.busy.has(allianceId)) {
      this.again.add(allianceId);
      return;
    }
    const work = this.pushAll(allianceId)
      .catch((error: unknown) => {
        this.logger.warn({ err: error, allianceId }, 'the feed was not broadcast; clients resync');
      })
      .finally(() => {
        this.busy.delete(allianceId);
        if (this.again.delete(allianceId)) this.push(allianceId);
      });
    this.busy.set(allianceId, work);
  }

  private async pushAll(allianceId: string): Promise<void> {
    const types = visibleTypes(allianceRoles);
    let count: number;
    do {
      const after = this.sent.get(allianceId) ?? 0;
      const { events, readers } = await this.unitOfWork.readAs(
        systemActor(allianceId, 'broadcast feed'),
        async (tx) => {
          const found = await this.feed.after(tx, after, types, batch);
          const listeners = this.listeners(allianceId, allianceRoles);
          return { events: found, readers: await this.walls.readers(tx, found, listeners) };
        },
      );
      for (const event of events) {
        const few = readers.get(event.seq);
        const audience = audienceOf(event.type);
        const told =
          few === undefined
            ? audience
            : this.listeners(allianceId, audience)
                .map(({ personId }) => personId)
                .filter((personId) => few.has(personId));
        const rooms = told.map((roleOrPerson) => room(allianceId, roleOrPerson));
        this.sockets.broadcast(rooms, 'feed:event', event);
        this.sent.set(allianceId, event.seq);
      }
      count = events.length;
    } while (count === batch);
  }
}
