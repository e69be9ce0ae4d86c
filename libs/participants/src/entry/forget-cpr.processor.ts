import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#libs/platform';
import { forgetCprQueue } from '../application/cpr-setting.js';
import { ForgetCpr } from '../application/forget-cpr.js';

/** Deletes an alliance's CPR numbers after they were turned off. */
@Injectable()
export class ForgetCprProcessor implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly forget: ForgetCpr,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(forgetCprQueue, ({ allianceId }) => this.forget.run(String(allianceId)));
  }
}
