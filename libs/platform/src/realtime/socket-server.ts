import type { Server as HttpServer } from 'node:http';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { fastifyCookie } from '@fastify/cookie';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { type ErrorCode, errorCatalogue, type Locale } from '#libs/api-schema';
import { DomainError, isDomainError, newId } from '#libs/kernel';
import { Access } from '../access/access.js';
import { CONFIG, type Config } from '../config/config.js';
import { sessionCookieName } from '../http/cookies.js';
import { InputError, refuseCpr } from '../http/input.js';
import { failureOf, messageOf } from '../http/problem.filter.js';
import { RateLimits } from '../http/rate-limits.js';
import { Addresses } from '../identity/addresses.js';
import type { Session } from '../identity/session.js';
import { Sessions } from '../identity/sessions.js';
import { inContext } from '../observability/context.js';
import { LOGGER } from '../observability/logger.js';
import type { PersonActor } from '../tenancy/actor.js';

/** A connection: one person in one alliance, both taken from session and handshake, never from a message. */
export interface Connection {
  readonly actor: PersonActor;
  readonly socket: Socket;
}

/** How one socket event is guarded, checked and answered. */
export interface SocketRoute<S extends z.ZodType> {
  readonly schema: S;
  /** The first tier, as `@Allow` on a route. */
  readonly allow?: { readonly action: string; readonly subject: string };
  readonly handle: (connection: Connection, payload: z.infer<S>) => Promise<unknown>;
}

/** What every acknowledgement says: the answer, or a problem. */
export type Acknowledgement =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };

const recheckEvery = 30_000;
const largestMessage = 64 * 1024;
/** Events of one connection per ten seconds, and those kept while it is being set up. */
const mostEvents = 600;
const mostWaiting = 100;

/** socket.io on the API's HTTP server: sessions at the handshake, every event authorised and checked. */
@Injectable()
export class SocketServer implements BeforeApplicationShutdown {
  private io: Server | undefined;
  private readonly routes = new Map<string, SocketRoute<z.ZodType>>();
  private readonly joiners = new Set<(connection: Connection) => Promise<void>>();
  private readonly leavers = new Set<(connection: Connection) => void>();
  private rechecking: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly access: Access,
    private readonly addresses: Addresses,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Declares a socket event; call in onModuleInit. */
  on<S extends z.ZodType>(event: string, route: SocketRoute<S>): void {
    if (this.routes.has(event)) throw new Error(`The socket event ${event} has a handler already`);
    this.routes.set(event, route);
  }

  /** The names of all socket events, with how they are guarded and checked. */
  declared(): ReadonlyMap<string, Pick<SocketRoute<z.ZodType>, 'allow' | 'schema'>> {
    return this.routes;
  }

  /** Told of every new connection before its first event. */
  onConnect(joiner: (connection: Connection) => Promise<void>): void {
    this.joiners.add(joiner);
  }

  /** Told when a connection has ended. */
  onDisconnect(leaver: (connection: Connection) => void): void {
    this.leavers.add(leaver);
  }

  /** Sends an event to sockets of this process; the frame is encoded once. */
  broadcast(rooms: readonly string[], event: string, payload: unknown): void {
    if (rooms.length > 0) this.io?.to([...rooms]).emit(event, payload);
  }

  /** How many sockets of this process are in a room. */
  audience(room: string): number {
    return this.io?.sockets.adapter.rooms.get(room)?.size ?? 0;
  }

  /** The connections of this process in a room. */
  connectionsIn(room: string): Connection[] {
    const ids = this.io?.sockets.adapter.rooms.get(room) ?? new Set<string>();
    return [...ids].flatMap((id) => {
      const socket = this.io?.sockets.sockets.get(id);
      return socket === undefined ? [] : [{ socket, actor: actorOf(socket) }];
    });
  }

  /** Begins to take connections on the HTTP server. */
  attach(http: HttpServer): void {
    const io = new Server(http, {
      path: '/socket',
      serveClient: false,
      maxHttpBufferSize: largestMessage,
      allowRequest: (request, decide) => {
        decide(null, this.originFits(request.headers.origin, request.headers.host));
      },
    });
    io.use((socket, next) => {
      this.authenticate(socket).then(
        () => {
          next();
        },
        (error: unknown) => {
          next(new Error(isDomainError(error) ? error.code : 'platform/unexpected'));
        },
      );
    });
    io.on('connection', (socket) => void this.welcome(socket));
    this.io = io;
    this.sessions.onChange((personId) => void this.recheck(personId));
    this.rechecking = setInterval(() => void this.recheck(''), recheckEvery);
  }

  /** Before the HTTP server closes, which would wait for every open socket. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.rechecking);
    await this.io?.close();
  }

  private originFits(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true;
    const own = new Set([new URL(this.addresses.base).origin, `http://${host ?? ''}`]);
    if (this.config.TRUST_PROXY !== false) own.add(`https://${host ?? ''}`);
    return own.has(origin);
  }

  private async sessionOf(socket: Socket): Promise<Session | undefined> {
    const token = fastifyCookie.parse(socket.request.headers.cookie ?? '')[
      sessionCookieName(this.addresses.secure)
    ];
    return token === undefined ? undefined : this.sessions.find(token);
  }

  private async authenticate(socket: Socket): Promise<void> {
    const session = await this.sessionOf(socket);
    if (session === undefined) throw new DomainError<ErrorCode>('platform/not-signed-in');
    const { allianceId } = socket.handshake.auth as { allianceId?: unknown };
    const actor = typeof allianceId === 'string' ? session.in(allianceId.toLowerCase()) : undefined;
    if (actor === undefined) throw new DomainError<ErrorCode>('platform/not-found');
    (socket.data as { actor: PersonActor }).actor = actor;
  }

  private async welcome(socket: Socket): Promise<void> {
    const waiting: (() => void)[] = [];
    let ready = false;
    socket.onAny((event: string, ...rest: unknown[]) => {
      const run = (): void => void this.serve(socket, event, rest);
      if (ready) run();
      else if (waiting.length < mostWaiting) waiting.push(run);
    });
    socket.on('disconnect', () => {
      for (const leaver of this.leavers) leaver({ socket, actor: actorOf(socket) });
    });
    try {
      for (const joiner of this.joiners) await joiner({ socket, actor: actorOf(socket) });
    } catch (error) {
      this.logger.error({ err: error }, 'a connection could not be set up');
      socket.disconnect(true);
    }
    ready = true;
    for (const run of waiting) run();
  }

  private async serve(socket: Socket, event: string, rest: unknown[]): Promise<void> {
    const last = rest.at(-1);
    const acknowledge = typeof last === 'function' ? (last as (answer: Acknowledgement) => void) : undefined;
    const payload = typeof rest[0] === 'function' ? undefined : rest[0];
    const actor = actorOf(socket);
    const answer = await inContext({ correlationId: newId() }, () =>
      this.answer({ socket, actor }, event, payload),
    );
    acknowledge?.(answer);
  }

  private async answer(connection: Connection, event: string, payload: unknown): Promise<Acknowledgement> {
    try {
      this.limits.takeHere(`socket:${connection.socket.id}`, mostEvents, 10_000);
      const route = this.routes.get(event);
      if (route === undefined) throw new DomainError<ErrorCode>('platform/not-found');
      if (route.allow !== undefined)
        this.access.authorize(connection.actor, route.allow.action, route.allow.subject);
      const parsed = route.schema.safeParse(payload, { reportInput: true });
      if (!parsed.success) throw new InputError(parsed.error.issues);
      refuseCpr(payload);
      return { ok: true, value: (await route.handle(connection, parsed.data)) ?? null };
    } catch (error) {
      return this.problem(error, connection.actor.locale);
    }
  }

  private problem(error: unknown, locale: Locale): Acknowledgement {
    const failure = failureOf(error, locale);
    if (failure === undefined) this.logger.error({ err: error }, 'unexpected failure on a socket');
    const code = failure?.code ?? 'platform/unexpected';
    const message = messageOf(code, failure?.params ?? {}, locale);
    const first = failure?.errors?.[0];
    const detail =
      first === undefined || code !== 'platform/invalid-input' ? message : `${first.field}: ${first.message}`;
    return { ok: false, code: code in errorCatalogue ? code : 'platform/unexpected', message: detail };
  }

  /** Cuts off whoever may no longer be here, and gives the others their present roles. */
  private async recheck(personId: string): Promise<void> {
    for (const socket of this.io?.sockets.sockets.values() ?? []) {
      const actor = actorOf(socket);
      if (personId !== '' && actor.personId !== personId) continue;
      try {
        const present = (await this.sessions.findById(actor.sessionId))?.in(actor.allianceId);
        if (present === undefined || rolesDiffer(present, actor)) socket.disconnect(true);
        else (socket.data as { actor: PersonActor }).actor = present;
      } catch (error) {
        this.logger.warn({ err: error }, 'a connection could not be checked again');
      }
    }
  }
}

function actorOf(socket: Socket): PersonActor {
  return (socket.data as { actor: PersonActor }).actor;
}

/** With other roles other rooms apply: the client connects anew. */
function rolesDiffer(one: PersonActor, other: PersonActor): boolean {
  return JSON.stringify(one.roles) !== JSON.stringify(other.roles);
}
