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

  /** Types that may be chosen now whose name in either language has the text in it; beginnings first. */
  async search(tx: Transaction, text: string): Promise<readonly DestinationType[]> {
    const sought = text.toLocaleLowerCase('da');
    const at = (type: DestinationType): number =>
      Math.min(...[type.da, type.en].map((name) => name.toLocaleLowerCase('da').indexOf(sought)).map(never));
    const found = (await this.list(tx)).filter((type) => type.active && at(type) < Infinity);
    return sought === '' ? found : found.sort((a, b) => Math.min(at(a), 1) - Math.min(at(b), 1));
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

function never(position: number): number {
  return position < 0 ? Infinity : position;
}
