import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { newId } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { Notifications } from '../database/notifications.js';
import { INSTALLATION, type PersonActor } from '../tenancy/actor.js';
import { type AllianceRoleHeld, Roles } from './role-source.js';
import { hashToken, newToken } from './tokens.js';

/** The channel on which processes hint that what they know of a person is outdated. */
export const personChannel = 'rygrad_person';

const idleLimit = 30 * 24 * 3_600_000;
const absoluteLimit = 90 * 24 * 3_600_000;
const cacheFor = 30_000;
const cacheSize = 10_000;
const touchEvery = 3_600_000;

interface SessionRow {
  id: string;
  person_id: string;
  name: string;
  email: string;
  locale: Locale;
  is_admin: boolean;
  last_used_at: Date;
  expires_at: Date;
}

/** A session that is in force, with all its person's roles. */
export class Session {
  private readonly actors = new Map<string, PersonActor>();
  readonly installation: PersonActor;

  constructor(
    readonly row: SessionRow,
    readonly roles: readonly AllianceRoleHeld[],
    readonly readAt: number,
  ) {
    this.installation = this.actor(INSTALLATION);
  }

  /** The person acting in an alliance; undefined when they have no role there. */
  in(allianceId: string): PersonActor | undefined {
    const known = this.actors.get(allianceId);
    if (known !== undefined) return known;
    if (!this.roles.some((held) => held.allianceId === allianceId)) return undefined;
    const actor = this.actor(allianceId);
    this.actors.set(allianceId, actor);
    return actor;
  }

  private actor(allianceId: string): PersonActor {
    const { row } = this;
    return {
      kind: 'person',
      personId: row.person_id,
      sessionId: row.id,
      name: row.name,
      email: row.email,
      locale: row.locale,
      isAdmin: row.is_admin,
      allianceId,
      roles: this.roles.filter((held) => held.allianceId === allianceId),
    };
  }
}

/** Sessions: opaque tokens, stored hashed, with idle and absolute limits, ended at once everywhere. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, Session>();
  private readonly ended = new Set<(personId: string) => void>();
  private listening = false;

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly roles: Roles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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

  /** Opens a session. @returns the token for the cookie */
  async open(personId: string): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.database.query(
      `insert into session (id, person_id, token_hash, created_at, last_used_at, expires_at) values ($1, $2, $3, $4, $4, $5)`,
      [newId(), personId, hashToken(token), now, new Date(now.getTime() + absoluteLimit)],
    );
    return token;
  }

  /** The session of a token, if it is in force. */
  async find(token: string): Promise<Session | undefined> {
    const now = this.clock.now().getTime();
    const cached = this.cache.get(token);
    if (cached !== undefined && now >= cached.readAt && now - cached.readAt < cacheFor) return cached;
    this.cache.delete(token);
    const row = await this.read(token, now);
    if (row === undefined) return undefined;
    const session = new Session(row, await this.roles.of(row.person_id), now);
    if (this.listening) this.remember(token, session);
    return session;
  }

  /** Ends one session, everywhere. */
  async end(session: Session | PersonActor): Promise<void> {
    const id = session instanceof Session ? session.row.id : session.sessionId;
    const personId = session instanceof Session ? session.row.person_id : session.personId;
    await this.database.query('update session set ended_at = $2 where id = $1 and ended_at is null', [
      id,
      this.clock.now(),
    ]);
    this.changed(personId);
  }

  /** Says everywhere that something about a person (roles, name, sessions) is no longer as it was. */
  changed(personId: string): void {
    this.forget(personId);
    this.notifications.hint(personChannel, personId);
  }

  private async read(token: string, now: number): Promise<SessionRow | undefined> {
    const [row] = await this.database.query<SessionRow>(
      `select s.id, s.person_id, p.name, p.email::text, p.locale, p.is_admin, s.last_used_at, s.expires_at
       from session s join person p on p.id = s.person_id
       where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_used_at > $3`,
      [hashToken(token), new Date(now), new Date(now - idleLimit)],
    );
    if (row !== undefined && now - row.last_used_at.getTime() > touchEvery)
      await this.database.query('update session set last_used_at = $2 where id = $1', [
        row.id,
        new Date(now),
      ]);
    return row;
  }

  private remember(token: string, session: Session): void {
    if (this.cache.size >= cacheSize) this.cache.clear();
    this.cache.set(token, session);
  }

  private forget(personId: string): void {
    if (personId === '') this.cache.clear();
    for (const [token, session] of this.cache)
      if (session.row.person_id === personId) this.cache.delete(token);
  }
}
