import { Module } from '@nestjs/common';
import { DueItemSources } from './application/due-item-sources.js';

/** Reminders: what is due for whom, told once, by mail, and only while it is still due. */
@Module({
  providers: [DueItemSources],
  exports: [DueItemSources],
})
export class RemindersModule {}
