import { Inject, Injectable } from '@nestjs/common';
import { confirmedFor, type ErrorCode, type SessionMethod } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { Notifications } from '../database/notifications.js';
import type { PersonActor } from '../tenancy/actor.js';
import { Roles } from './role-source.js';
import { Session, type SessionRow } from './session.js';
import { hashToken, newToken } from './tokens.js';

/** The channel on which processes hint that what they know of a person is outdated. */
export const personChannel = 'rygrad_person';

const hour = 3_600_000;
const cacheFor = 30_000;
const cacheSize = 10_000;
/** How long the token before a rotation still answers, for requests that were under way; it confirms nothing. */
const graceFor = 30_000;
const longestUserAgent = 400;

/** What is kept of how a session began. */
export interface SessionOpening {
  readonly method?: SessionMethod;
  readonly userAgent?: string | undefined;
}

/** Sessions: opaque tokens, stored hashed, with idle and absolute limits, ended at once everywhere. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, Session>();
  private readonly ended = new Set<(personId: string) => void>();
  private readonly idleLimit: number;
  private readonly absoluteLimit: number;
  private listening = false;
  private changes = 0;

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly roles: Roles,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.idleLimit = config.SESSION_IDLE_HOURS * hour;
    this.absoluteLimit = config.SESSION_ABSOLUTE_HOURS * hour;
  }

  /** Starts to hear of people whose sessions or roles have changed; before that nothing is cached. */
  async start(): Promise<void> {
    await this.notifications.listen(personChannel, (personId) => {
      this.forget(personId);
      for (const listener of this.ended) listener(personId);
    });
    this.listening = true;
  }

  /** Calls back with the id of every person of whom something has changed; `''` means everybody. */
  onChange(listener: (personId: string) => void): void {
    this.ended.add(listener);
  }

  /** Opens a session, confirmed as of now. @returns its id, and the token for the cookie */
  async open(personId: string, opening: SessionOpening = {}): Promise<{ id: string; token: string }> {
    const id = newId();
    const token = newToken();
    const now = this.clock.now();
    await this.database.query(
      `insert into session (id, person_id, token_hash, created_at, last_used_at, confirmed_at, expires_at, method, user_agent)
       values ($1, $2, $3, $4, $4, $4, $5, $6, $7)`,
      [
        id,
        personId,
        hashToken(token),
        now,
        new Date(now.getTime() + this.absoluteLimit),
        opening.method ?? 'link',
        opening.userAgent?.slice(0, longestUserAgent) ?? null,
      ],
    );
    return { id, token };
  }

  /** The session of a token, if it is in force. */
  find(token: string): Promise<Session | undefined> {
    return this.cached(`token:${token}`, () => this.readByToken(token));
  }

  /** A session by its id, for connections that outlive the token they began with. */
  findById(id: string): Promise<Session | undefined> {
    return this.cached(`id:${id}`, async () => {
      const [row] = await this.read('s.confirmed_at', 's.id = $3', [id]);
      return row;
    });
  }

  /**
   * Confirms a session: its person has just proved again who they are. Its token changes, so that one that somebody
   * else had got hold of is worth nothing more.
   * @returns the new token for the cookie
   * @throws DomainError platform/not-signed-in when the session has ended meanwhile
   */
  async confirm(actor: PersonActor): Promise<string> {
    const token = newToken();
    const renewed = await this.database.query(
      `update session set token_hash = $2, previous_token_hash = token_hash, rotated_at = $3, confirmed_at = $3
       where id = $1 and ended_at is null returning id`,
      [actor.sessionId, hashToken(token), this.clock.now()],
    );
    if (renewed.length === 0) throw new DomainError<ErrorCode>('platform/not-signed-in');
    this.changed(actor.personId);
    return token;
  }

  /** Until when a session counts as just confirmed; undefined when it no longer does. */
  async confirmedUntil(actor: PersonActor): Promise<Date | undefined> {
    const confirmedAt = (await this.findById(actor.sessionId))?.row.confirmed_at?.getTime() ?? 0;
    const until = confirmedAt + confirmedFor;
    return until >= this.clock.now().getTime() ? new Date(until) : undefined;
  }

  /** @throws DomainError platform/step-up-needed when the session was not confirmed a short while ago */
  refuseUnconfirmed(session: Session): void {
    const { confirmed_at: confirmedAt } = session.row;
    if (confirmedAt === null || this.clock.now().getTime() - confirmedAt.getTime() > confirmedFor)
      throw new DomainError<ErrorCode>('platform/step-up-needed');
  }

  /** Ends one session, everywhere. */
  async end(session: Session | PersonActor): Promise<void> {
    const [id, personId] =
      session instanceof Session
        ? [session.row.id, session.row.person_id]
        : [session.sessionId, session.personId];
    await this.endById(personId, id);
  }

  /** Ends one of a person's sessions, everywhere. @returns whether there was one in force */
  async endById(personId: string, id: string): Promise<boolean> {
    const ended = await this.database.query(
      'update session set ended_at = $3 where id = $1 and person_id = $2 and ended_at is null returning id',
      [id, personId, this.clock.now()],
    );
    this.changed(personId);
    return ended.length > 0;
  }

  /**
   * Ends a person's sessions, everywhere and at once.
   * @param except the session that stays, if any
   * @returns how many
   */
  async endAllOf(personId: string, except?: string): Promise<number> {
    const ended = await this.database.query(
      `update session set ended_at = $2 where person_id = $1 and ended_at is null and id is distinct from $3::uuid returning id`,
      [personId, this.clock.now(), except ?? null],
    );
    this.changed(personId);
    return ended.length;
  }

  /** Says everywhere that something about a person (roles, name, sessions) is no longer as it was. */
  changed(personId: string): void {
    this.forget(personId);
    this.notifications.hint(personChannel, personId);
  }

  /** A session that was last used before this instant is no longer in force. */
  get oldestUse(): Date {
    return new Date(this.clock.now().getTime() - this.idleLimit);
  }

  private async cached(
    key: string,
    read: () => Promise<SessionRow | undefined>,
  ): Promise<Session | undefined> {
    const now = this.clock.now().getTime();
    const known = this.cache.get(key);
    if (known !== undefined && now >= known.readAt && now - known.readAt < cacheFor) return known;
    this.cache.delete(key);
    const { changes } = this;
    const row = await read();
    if (row === undefined) return undefined;
    const session = new Session(row, await this.roles.of(row.person_id), now);
    // What changed while it was read may be missing from it.
    if (this.listening && changes === this.changes) this.remember(key, session);
    return session;
  }

  private async readByToken(token: string): Promise<SessionRow | undefined> {
    const grace = new Date(this.clock.now().getTime() - graceFor);
    const [row] = await this.read(
      'case when s.token_hash = $3 then s.confirmed_at end',
      '(s.token_hash = $3 or s.previous_token_hash = $3 and s.rotated_at > $4)',
      [hashToken(token), grace],
    );
    if (row !== undefined) await this.touch(row);
    return row;
  }

  private read(confirmedAt: string, condition: string, values: readonly unknown[]): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(
      `select s.id, s.person_id, p.name, p.email::text, p.locale, p.is_admin, s.last_used_at, s.expires_at,
         ${confirmedAt} as confirmed_at
       from session s join person p on p.id = s.person_id
       where ${condition} and s.ended_at is null and s.expires_at > $1 and s.last_used_at > $2
         and p.deactivated_at is null`,
      [this.clock.now(), this.oldestUse, ...values],
    );
  }

  /** Writes down that a session is used, but not at every request. */
  private async touch(row: SessionRow): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - row.last_used_at.getTime() <= Math.min(hour / 12, this.idleLimit / 20)) return;
    await this.database.query('update session set last_used_at = $2 where id = $1', [row.id, now]);
  }

  private remember(key: string, session: Session): void {
    if (this.cache.size >= cacheSize) this.cache.clear();
    this.cache.set(key, session);
  }

  private forget(personId: string): void {
    this.changes += 1;
    if (personId === '') this.cache.clear();
    for (const [key, session] of this.cache) if (session.row.person_id === personId) this.cache.delete(key);
  }
}
