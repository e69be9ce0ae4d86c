import { Injectable } from '@nestjs/common';
import type { ErrorCode, ParticipantSetting } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, type Actor, type Transaction, UnitOfWork } from '#libs/platform';

/** The queue of the job that deletes an alliance's CPR numbers. */
export const forgetCprQueue = 'participants.forget-cpr';

/** Whether CPR numbers may be kept in the alliance: off until the secretariat turns them on. */
@Injectable()
export class CprSetting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** The setting; version 0 while nobody has touched it. */
  async show(actor: Actor): Promise<ParticipantSetting> {
    return this.unitOfWork.readAs(actor, (tx) => this.read(tx));
  }

  /** Whether they are on. */
  async isOn(tx: Transaction): Promise<boolean> {
    return (await this.read(tx)).cprEnabled;
  }

  /** @throws DomainError participants/cpr-off */
  async mustBeOn(tx: Transaction): Promise<void> {
    if (!(await this.isOn(tx))) throw new DomainError<ErrorCode>('participants/cpr-off');
  }

  /**
   * Turns them on or off. Off: none can be used from now on, and a job deletes those that are kept.
   * @param expected the version the change is based on
   * @throws DomainError platform/forbidden, platform/stale
   */
  async change(actor: Actor, cprEnabled: boolean, expected: number): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      this.access.authorize(actor, 'update', 'ParticipantSetting');
      const before = await this.read(tx);
      const version = await this.save(tx, cprEnabled, expected);
      if (version === null) throw new DomainError<ErrorCode>('platform/stale');
      if (before.cprEnabled === cprEnabled) return;
      const type = cprEnabled ? 'participants.cpr-turned-on' : 'participants.cpr-turned-off';
      await tx.append(type, { kind: 'alliance', id: tx.allianceId }, {});
      if (!cprEnabled)
        await tx.enqueue({
          queue: forgetCprQueue,
          key: `${tx.allianceId}:${String(version)}`,
          payload: { allianceId: tx.allianceId },
        });
    });
  }

  private async read(tx: Transaction): Promise<ParticipantSetting> {
    const [row] = await tx.query<ParticipantSetting>(
      'select cpr_enabled as "cprEnabled", version from participant_setting where alliance_id = $1',
      [tx.allianceId],
    );
    return row ?? { cprEnabled: false, version: 0 };
  }

  private async save(tx: Transaction, cprEnabled: boolean, expected: number): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      expected === 0
        ? `insert into participant_setting (alliance_id, cpr_enabled) values ($1, $2)
           on conflict (alliance_id) do nothing returning version`
        : `update participant_setting set cpr_enabled = $2, version = version + 1
           where alliance_id = $1 and version = $3 returning version`,
      expected === 0 ? [tx.allianceId, cprEnabled] : [tx.allianceId, cprEnabled, expected],
    );
    return row?.version ?? null;
  }
}
