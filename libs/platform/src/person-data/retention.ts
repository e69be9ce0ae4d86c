import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMonths, copenhagenDate, copenhagenInstant, newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { systemActor } from '../tenancy/actor.js';
import { AllianceIds } from './alliance-ids.js';
import { CarryOutErasure } from './carry-out-erasure.js';
import { type RetentionRule, RetentionRules } from './retention-rules.js';
import { tryOut } from './try-out.js';

/** The queue of the daily runs: one job per alliance, rule and day. */
export const retentionQueue = 'person-data.retention';

/** When it runs, by Danish clocks: nobody is at work, and the day is in the report. */
const runsAt = '03:30';
const leaseFor = 15 * 60_000;

/** Until when something is too old, for a number of months: the same day of the month, from midnight in Denmark. */
export function outdatedBefore(now: Date, months: number): Date {
  return copenhagenInstant(addMonths(copenhagenDate(now), -months));
}

/** The next instant at which the rules run. */
export function nextRetentionRun(now: Date): Date {
  const today = copenhagenInstant(copenhagenDate(now), runsAt);
  if (today > now) return today;
  return copenhagenInstant(copenhagenDate(new Date(today.getTime() + 26 * 3_600_000)), runsAt);
}

/** Runs the rules of retention by itself, once a day in every alliance, and says what each run did. */
@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceIds,
    private readonly rules: RetentionRules,
    private readonly erasing: CarryOutErasure,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.handle(
      retentionQueue,
      ({ allianceId, rule, day }) => this.run(String(allianceId), String(rule), String(day)),
      { concurrency: 1, leaseFor },
    );
  }

  /** Leaves today's jobs; called every hour. A key per day makes each of them one, whoever leaves it. */
  async leaveJobs(now: Date): Promise<void> {
    const day = copenhagenDate(now);
    const runAt = copenhagenInstant(day, runsAt);
    for (const allianceId of await this.alliances.all())
      await this.unitOfWork.actAs(systemActor(allianceId, 'retention'), async (tx) => {
        for (const { name } of this.rules.all())
          await tx.enqueue({
            queue: retentionQueue,
            key: `${allianceId}:${name}:${day}`,
            payload: { allianceId, rule: name, day },
            runAt,
          });
      });
  }

  /** Runs one rule in one alliance, once a day: what goes and the report of it in one transaction. */
  async run(allianceId: string, ruleName: string, day: string): Promise<void> {
    const rule = this.rules.find(ruleName);
    if (rule === undefined) return;
    await this.unitOfWork.actAs(systemActor(allianceId, 'retention'), async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('retention:' || $1 || $2, 0))`, [
        allianceId,
        ruleName,
      ]);
      const ran = await tx.query(
        'select id from retention_run where alliance_id = $1 and rule = $2 and day = $3',
        [allianceId, ruleName, day],
      );
      if (ran.length > 0) return;
      const before = outdatedBefore(tx.now(), await this.monthsOf(tx, rule));
      const { rows } = await this.apply(tx, rule, before);
      await tx.query(
        `insert into retention_run (id, alliance_id, rule, day, before, rows, ran_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), allianceId, ruleName, day, before, rows, tx.now()],
      );
      if (rows > 0)
        await tx.append(
          'person-data.retention-ran',
          { kind: 'alliance', id: allianceId },
          { rule: ruleName, rows },
        );
    });
  }

  /** How much a rule would remove now with that number of months; nothing is changed. */
  async preview(
    allianceId: string,
    rule: RetentionRule,
    months: number,
  ): Promise<{ rows: number; before: Date }> {
    return tryOut(this.unitOfWork, systemActor(allianceId, 'preview retention'), async (tx) => {
      const before = outdatedBefore(tx.now(), months);
      const { rows } = await this.apply(tx, rule, before);
      return { rows, before };
    });
  }

  private apply(tx: Transaction, rule: RetentionRule, before: Date): Promise<{ readonly rows: number }> {
    return rule.apply(tx, before, { erase: (subject) => this.erasing.within(tx, subject) });
  }

  private async monthsOf(tx: Transaction, rule: RetentionRule): Promise<number> {
    const [row] = await tx.query<{ months: number }>(
      'select months from retention_rule where alliance_id = $1 and name = $2',
      [tx.allianceId, rule.name],
    );
    return row?.months ?? rule.defaultMonths;
  }
}
