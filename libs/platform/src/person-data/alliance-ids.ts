import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** The ids of all alliances, for work that is done in each: the daily retention, and what is one person's in all. */
@Injectable()
export class AllianceIds {
  constructor(private readonly database: Database) {}

  /** All of them, oldest first. */
  async all(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from rygrad_alliance_ids() as id order by 1',
    );
    return rows.map(({ id }) => id);
  }
}
