import { Injectable } from '@nestjs/common';
import { Access, type Actor, type Transaction, UnitOfWork } from '#libs/platform';
import { alarmAfterDaysDefault } from './list-enquiries.query.js';

/** The alliance's own limit for how long a chain may be open. */
@Injectable()
export class EnquirySetting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** The setting as it is. */
  async show(actor: Actor): Promise<{ alarmAfterDays: number }> {
    return this.unitOfWork.readAs(actor, async (tx) => ({ alarmAfterDays: await alarmAfterDays(tx) }));
  }

  /** Sets it. @throws DomainError platform/forbidden */
  async change(actor: Actor, days: number): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      this.access.authorize(actor, 'update', 'EnquirySetting');
      await tx.query(
        `insert into enquiry_setting (alliance_id, alarm_after_days) values ($1, $2)
         on conflict (alliance_id) do update set alarm_after_days = excluded.alarm_after_days`,
        [tx.allianceId, days],
      );
      await tx.append('enquiries.alarm-limit-changed', { kind: 'alliance', id: tx.allianceId }, { days });
    });
  }
}

/** After how many days an open chain is an alarm in the alliance. */
export async function alarmAfterDays(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ days: number }>(
    'select alarm_after_days as days from enquiry_setting where alliance_id = $1',
    [tx.allianceId],
  );
  return row?.days ?? alarmAfterDaysDefault;
}
