import { Injectable } from '@nestjs/common';
import { defaultDestinationTypes } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** A type of destination of the alliance. */
export interface DestinationType {
  readonly key: string;
  readonly da: string;
  readonly en: string;
  readonly class: string;
  readonly active: boolean;
}

const shipped: readonly DestinationType[] = defaultDestinationTypes.map((type) => ({
  ...type,
  active: true,
}));

/** The alliance's types of destination: the Danish default until the alliance has its own. */
@Injectable()
export class DestinationTypes {
  /** All types, in the order they are offered. */
  async list(tx: Transaction): Promise<readonly DestinationType[]> {
    const own = await tx.query<DestinationType>(
      `select key, name_da as da, name_en as en, class, active from destination_type
       where alliance_id = $1 order by position, key`,
      [tx.allianceId],
    );
    return own.length > 0 ? own : shipped;
  }

  /** The keys that may be chosen now; writes the default list on first use, so that spells can refer to it. */
  async usableKeys(tx: Transaction): Promise<Set<string>> {
    const types = await this.list(tx);
    if (types === shipped) await this.writeDefault(tx);
    return new Set(types.filter((type) => type.active).map((type) => type.key));
  }

  private async writeDefault(tx: Transaction): Promise<void> {
    await tx.query(
      `insert into destination_type (id, alliance_id, key, name_da, name_en, class, position)
       select t.id, $1, t.key, t.da, t.en, t.class, t.position
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
         as t (id, key, da, en, class, position)
       on conflict (alliance_id, key) do nothing`,
      [
        tx.allianceId,
        shipped.map(() => newId()),
        shipped.map((type) => type.key),
        shipped.map((type) => type.da),
        shipped.map((type) => type.en),
        shipped.map((type) => type.class),
      ],
    );
  }
}
