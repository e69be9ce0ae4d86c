import { Injectable } from '@nestjs/common';
import type { InBothLanguages } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import type { PersonSubject } from './person-data-source.js';

/** A rule by which data goes by itself when it is old. */
export interface RetentionRule {
  /** `participants.closed`: unique; its title stands in `retentionTitles`. */
  readonly name: string;
  /** What exactly goes, from when the time counts, and what stays. */
  readonly explains: InBothLanguages;
  /** Months after which it goes, unless the alliance has decided otherwise, and what it may decide. */
  readonly defaultMonths: number;
  readonly shortestMonths: number;
  readonly longestMonths: number;
  /**
   * Removes what is older, as the system, in one unit of work with the report of the run. Answers how many people or
   * records went. Asked for a preview it is undone afterwards, so it must change nothing but the database.
   * `erase` erases a whole person by all sources, and remembers it for a restore.
   */
  apply(
    tx: Transaction,
    before: Date,
    tools: { erase(subject: PersonSubject): Promise<void> },
  ): Promise<{ readonly rows: number }>;
}

/** Every rule of retention. */
@Injectable()
export class RetentionRules {
  private readonly rules = new Map<string, RetentionRule>();

  /** Adds a rule; call when the module is constructed. @throws Error when the name is taken or the bounds are not in order */
  register(rule: RetentionRule): void {
    if (this.rules.has(rule.name)) throw new Error(`There is a rule ${rule.name} already`);
    if (!(rule.shortestMonths <= rule.defaultMonths && rule.defaultMonths <= rule.longestMonths))
      throw new Error(`The months of ${rule.name} are not in order`);
    this.rules.set(rule.name, rule);
  }

  /** All rules, in the order in which they were added. */
  all(): readonly RetentionRule[] {
    return [...this.rules.values()];
  }

  /** One rule, if it is known. */
  find(name: string): RetentionRule | undefined {
    return this.rules.get(name);
  }
}
