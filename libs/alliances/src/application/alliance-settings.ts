import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type alliance,
  allianceSettings,
  type AllianceSettings,
  type editAlliance,
  type ErrorCode,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { refuseBackwards } from './create-alliance.js';

type Alliance = z.output<typeof alliance>;

const select = `select id, slug, name, purpose, is_example as "isExample", horizon_from::text as "horizonFrom",
  horizon_to::text as "horizonTo", settings, version from alliance where id = $1`;

/** What an alliance says of itself, and the numbers it has set. */
@Injectable()
export class AllianceSettingsStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The alliance of a unit of work. @throws DomainError platform/not-found */
  async read(tx: Transaction): Promise<Alliance> {
    const [found] = await tx.query<Alliance>(select, [tx.allianceId]);
    if (found === undefined) throw notFound();
    return { ...found, settings: complete(found.settings) };
  }

  /** The numbers that hold in the alliance of a unit of work; what it has not set has its default. */
  async settingsOf(tx: Transaction): Promise<AllianceSettings> {
    return (await this.read(tx)).settings;
  }

  /** @throws DomainError platform/stale, alliances/horizon-backwards */
  edit(actor: Actor, version: number, input: z.output<typeof editAlliance>): Promise<Alliance> {
    refuseBackwards(input.horizonFrom, input.horizonTo);
    return this.unitOfWork.actAs(actor, async (tx) => {
      const edited = await tx.query(
        `update alliance set name = $3, purpose = $4, horizon_from = $5, horizon_to = $6, settings = $7,
           version = version + 1 where id = $1 and version = $2 returning id`,
        [
          tx.allianceId,
          version,
          input.name,
          input.purpose,
          input.horizonFrom,
          input.horizonTo,
          input.settings,
        ],
      );
      if (edited.length === 0) throw new DomainError<ErrorCode>('platform/stale');
      await tx.append(
        'alliances.alliance-changed',
        { kind: 'alliance', id: tx.allianceId },
        { allianceName: input.name },
      );
      return this.read(tx);
    });
  }
}

/** A setting that came with a later release, or that no longer fits, falls back to its default. */
function complete(kept: unknown): AllianceSettings {
  const parsed = allianceSettings.safeParse(kept);
  return parsed.success ? parsed.data : allianceSettings.parse({});
}
