import { Module, type OnModuleInit } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { DeliveryChecks, Policies } from '#libs/platform';
import { CloseReminder } from './application/close-reminder.js';
import { DigestCheck, digestCheck } from './application/digest.check.js';
import { DueItemSources } from './application/due-item-sources.js';
import { FindReminder } from './application/find-reminder.js';
import { ListReminders } from './application/list-reminders.query.js';
import { ReadOverview } from './application/overview.query.js';
import { ReminderRules } from './application/reminder-rules.js';
import { ReminderRepository } from './application/reminder.repository.js';
import { RemindersExample } from './application/reminders.example.js';
import { reminderLists, remindersPolicy } from './application/reminders.policy.js';
import { ScanAlliance } from './application/scan-alliance.js';
import { SendReminders } from './application/send-reminders.js';
import { SnoozeReminder } from './application/snooze-reminder.js';
import { ReminderSqlRepository } from './data/reminder.sql-repository.js';
import { OverviewController } from './entry/overview.controller.js';
import { RemindersController } from './entry/reminders.controller.js';
import { ScanProcessor } from './entry/scan.processor.js';

/** Reminders: what is due for whom, told once, by mail, and only while it is still due. */
@Module({
  imports: [AlliancesModule],
  controllers: [RemindersController, OverviewController],
  providers: [
    DueItemSources,
    ReminderRules,
    ScanAlliance,
    SendReminders,
    SnoozeReminder,
    CloseReminder,
    FindReminder,
    ListReminders,
    ReadOverview,
    DigestCheck,
    RemindersExample,
    ScanProcessor,
    { provide: ReminderRepository, useClass: ReminderSqlRepository },
  ],
  exports: [DueItemSources, ScanAlliance],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly checks: DeliveryChecks,
    private readonly digest: DigestCheck,
    policies: Policies,
    examples: ExampleParts,
    example: RemindersExample,
  ) {
    policies.register(remindersPolicy, reminderLists);
    examples.register(example);
  }

  onModuleInit(): void {
    this.checks.register(digestCheck, this.digest);
  }
}
