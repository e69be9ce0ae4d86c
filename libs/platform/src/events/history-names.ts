import { Injectable } from '@nestjs/common';

/**
 * What things are called in the history whose lines do not say it. The names are read when the history is, and so go
 * when the person is erased.
 */
@Injectable()
export class HistoryNames {
  private readonly selects = new Map([
    ['person', 'select p.name from person p where p.id = e.subject_id'],
    ['link', 'select l.name from link l where l.alliance_id = e.alliance_id and l.id = e.subject_id'],
  ]);

  /**
   * Says what things of a kind are called now, by a select of one value for `event e`. Whoever reads an event about such
   * a thing reads its name, too.
   * @throws Error when the kind has one already
   */
  register(kind: string, select: string): void {
    if (this.selects.has(kind)) throw new Error(`Things of the kind ${kind} are called something already`);
    this.selects.set(kind, select);
  }

  /** The name of what `event e` is about, or null. */
  sql(): string {
    const cases = [...this.selects].map(([kind, select]) => `when '${kind}' then (${select})`);
    return `case e.subject_kind ${cases.join(' ')} end`;
  }
}
