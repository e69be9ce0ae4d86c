import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { mySession, SessionMethod } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import type { PersonActor } from '../tenancy/actor.js';
import { describeDevice } from './device.js';
import { Sessions } from './sessions.js';

interface Row {
  id: string;
  user_agent: string | null;
  method: SessionMethod;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
}

const hour = 3_600_000;

/** Where a person is signed in, as they see it themselves. */
@Injectable()
export class MySessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The sessions in force, the present one first, then the one used last. */
  async list(actor: PersonActor): Promise<z.input<typeof mySession>[]> {
    const rows = await this.database.query<Row>(
      `select id, user_agent, method, created_at, last_used_at, expires_at from session
       where person_id = $1 and ended_at is null and expires_at > $2 and last_used_at > $3
       order by id = $4 desc, last_used_at desc, id limit 100`,
      [actor.personId, this.clock.now(), this.sessions.oldestUse, actor.sessionId],
    );
    return rows.map((row) => ({
      id: row.id,
      ...describeDevice(row.user_agent),
      method: row.method,
      openedAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at.toISOString(),
      endsAt: this.endOf(row).toISOString(),
      isThis: row.id === actor.sessionId,
    }));
  }

  /** When a session ends if it is not used again. */
  private endOf(row: Row): Date {
    const idle = row.last_used_at.getTime() + this.config.SESSION_IDLE_HOURS * hour;
    return new Date(Math.min(idle, row.expires_at.getTime()));
  }
}
