import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  changeReminderRule,
  changeReminderSettings,
  closeReminder,
  id,
  reminder,
  reminderKind,
  reminderRules,
  remindersQuery,
  scanned,
  scanReminders,
  snoozeReminder,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  type ListJson,
  type PersonActor,
  UnitOfWork,
} from '#libs/platform';
import { CloseReminder } from '../application/close-reminder.js';
import { ListReminders } from '../application/list-reminders.query.js';
import { ReminderRules } from '../application/reminder-rules.js';
import { ScanAlliance, type Scanned } from '../application/scan-alliance.js';
import { SnoozeReminder } from '../application/snooze-reminder.js';

/** Reminders of an alliance: what is due for whom, the true state of each mail, and the rules. */
@Controller('api/v1/alliances/:allianceId')
export class RemindersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: ListReminders,
    private readonly rules: ReminderRules,
    private readonly scan: ScanAlliance,
    private readonly snooze: SnoozeReminder,
    private readonly close: CloseReminder,
  ) {}

  @Get('reminders')
  @Allow('read', 'Reminder')
  @AnswerList(reminder)
  listReminders(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: remindersQuery }) query: z.infer<typeof remindersQuery>,
  ): Promise<ListJson> {
    return this.unitOfWork.readAs(actor, (tx) => this.list.page(tx, query));
  }

  @Post('reminders/scan')
  @Allow('manage', 'Reminder')
  @Answer(scanned)
  scanNow(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: scanReminders }) _nothing: z.infer<typeof scanReminders>,
  ): Promise<Scanned> {
    return this.scan.scan(actor.allianceId);
  }

  @Post('reminders/:reminderId/snooze')
  @Allow('update', 'Reminder')
  @AnswerNothing()
  snoozeOne(
    @CurrentActor() actor: PersonActor,
    @Param('reminderId', { schema: id }) reminderId: string,
    @IfMatch() version: number,
    @Body({ schema: snoozeReminder }) { until }: z.infer<typeof snoozeReminder>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.snooze.snooze(tx, reminderId, until, version));
  }

  @Post('reminders/:reminderId/done')
  @Allow('update', 'Reminder')
  @AnswerNothing()
  closeOne(
    @CurrentActor() actor: PersonActor,
    @Param('reminderId', { schema: id }) reminderId: string,
    @IfMatch() version: number,
    @Body({ schema: closeReminder }) _nothing: z.infer<typeof closeReminder>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.close.close(tx, reminderId, version));
  }

  @Get('reminder-rules')
  @Allow('read', 'ReminderRule')
  @Answer(reminderRules)
  readRules(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof reminderRules>> {
    return this.unitOfWork.readAs(actor, (tx) => this.rules.read(tx));
  }

  @Put('reminder-rules/:kind')
  @Allow('update', 'ReminderRule')
  @AnswerNothing()
  changeRule(
    @CurrentActor() actor: PersonActor,
    @Param('kind', { schema: reminderKind }) kind: string,
    @IfMatch() version: number,
    @Body({ schema: changeReminderRule }) change: z.infer<typeof changeReminderRule>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.rules.changeRule(tx, kind, change, version));
  }

  @Put('reminder-settings')
  @Allow('update', 'ReminderRule')
  @AnswerNothing()
  changeSettings(
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number,
    @Body({ schema: changeReminderSettings }) change: z.infer<typeof changeReminderSettings>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.rules.changeSettings(tx, change, version));
  }
}
