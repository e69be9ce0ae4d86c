import { Injectable } from '@nestjs/common';
import { systemActor, UnitOfWork } from '#libs/platform';
import { CprSetting } from './cpr-setting.js';

/** Deletes the CPR numbers of an alliance that no longer keeps any. */
@Injectable()
export class ForgetCpr {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly setting: CprSetting,
  ) {}

  /** Nothing happens when they have been turned on again meanwhile. */
  async run(allianceId: string): Promise<void> {
    await this.unitOfWork.actAs(systemActor(allianceId, 'CPR numbers were turned off'), async (tx) => {
      if (await this.setting.isOn(tx)) return;
      await tx.query('delete from participant_cpr where alliance_id = $1', [tx.allianceId]);
    });
  }
}
