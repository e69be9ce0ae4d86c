import { Injectable } from '@nestjs/common';
import { eventCatalogue } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import type { Actor, PersonActor } from '../tenancy/actor.js';

/** Says of a module's events who reads them, where not everybody of their audience reads what they are about. */
export interface HistoryWall {
  /** The module: the first part of its events' types. Its events about any other kind are for who sees all. */
  readonly module: string;
  /** Whether the actor may read all things of these kinds. */
  readonly seesAll: (actor: Actor) => boolean;
  /**
   * By kind of thing: a select of the ids of those that a person may read, as the module's policy has it. `$1` is the
   * alliance, `person` the person's id.
   */
  readonly kinds: Readonly<Record<string, (person: string) => string>>;
}

const word = /^[a-z][a-z-]*$/;

function typesOf(walls: readonly HistoryWall[]): string[] {
  return Object.keys(eventCatalogue).filter((type) =>
    walls.some(({ module }) => type.startsWith(`${module}.`)),
  );
}

function isWalled(wall: HistoryWall, { type, subject }: WalledEvent): boolean {
  return subject.kind in wall.kinds || type.startsWith(`${wall.module}.`);
}

interface WalledEvent {
  readonly seq: number;
  readonly type: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/**
 * Row by row, whose history and feed an event is in: whoever may not read a thing is told nothing of it. Every statement
 * over `event_seal` that answers people is narrowed by it, beside the types their roles see.
 */
@Injectable()
export class HistoryWalls {
  private readonly walls: HistoryWall[] = [];

  /** Adds a module's wall; call when the module is constructed. @throws Error when a kind has one already */
  register(wall: HistoryWall): void {
    for (const kind of Object.keys(wall.kinds)) {
      if (!word.test(kind)) throw new Error(`${kind} is no kind of thing`);
      if (this.walls.some(({ kinds }) => kind in kinds))
        throw new Error(`Who reads what happened to ${kind} is said already`);
    }
    this.walls.push(wall);
  }

  /**
   * The events the actor may read, as a condition on `event_seal s`; `$1` is the alliance. Each select is worked out once
   * for the whole statement.
   */
  sql(actor: Actor, bind: (value: unknown) => string): string {
    const closed = this.walls.filter((wall) => actor.kind !== 'system' && !wall.seesAll(actor));
    if (closed.length === 0) return 'true';
    const person = `${bind(actor.kind === 'person' ? actor.personId : null)}::uuid`;
    const cases = closed
      .flatMap(({ kinds }) => Object.entries(kinds))
      .map(([kind, select]) => `when '${kind}' then s.subject_id in (${select(person)})`);
    return `case s.subject_kind ${cases.join(' ')}
      else s.type <> all ('{${typesOf(closed).join(',')}}'::text[]) end`;
  }

  /** Who of these people may read the events that not everybody may: their ids by the event's number. */
  async readers(
    tx: Transaction,
    events: readonly WalledEvent[],
    people: readonly PersonActor[],
  ): Promise<Map<number, Set<string>>> {
    const found = new Map<number, Set<string>>();
    for (const wall of this.walls) {
      const walled = events.filter((event) => isWalled(wall, event));
      if (walled.length === 0) continue;
      const all = people.filter((person) => wall.seesAll(person)).map(({ personId }) => personId);
      for (const { seq } of walled) found.set(seq, new Set(all));
      const asked = people.filter((person) => !wall.seesAll(person)).map(({ personId }) => personId);
      for (const { seq, id } of await this.seen(tx, wall, walled, asked)) found.get(Number(seq))?.add(id);
    }
    return found;
  }

  private seen(
    tx: Transaction,
    { kinds }: HistoryWall,
    events: readonly WalledEvent[],
    people: readonly string[],
  ): Promise<{ seq: string; id: string }[]> {
    if (people.length === 0) return Promise.resolve([]);
    const cases = Object.entries(kinds).map(
      ([kind, select]) =>
        `when '${kind}' then exists (select from (${select('p.id')}) seen (id) where seen.id = s.subject_id)`,
    );
    return tx.query(
      `select s.seq, p.id from event_seal s cross join unnest($3::uuid[]) p (id)
       where s.alliance_id = $1 and s.seq = any ($2::bigint[])
         and case s.subject_kind ${cases.join(' ')} else false end`,
      [tx.allianceId, events.map(({ seq }) => seq), people],
    );
  }
}
