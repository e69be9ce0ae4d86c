import type { Locale } from '#libs/api-schema';
import { INSTALLATION, type PersonActor } from '../tenancy/actor.js';
import type { AllianceRoleHeld } from './role-source.js';

/** A session's row with its person. */
export interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly is_admin: boolean;
  readonly last_used_at: Date;
  readonly expires_at: Date;
  /** When the person last proved who they are; null for a token that a newer one has replaced. */
  readonly confirmed_at: Date | null;
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
