import { Injectable } from '@nestjs/common';
import type { ExamplePart } from '#libs/alliances';
import type { Transaction } from '#libs/platform';
import { ScanAlliance } from './scan-alliance.js';

/** Looks for what is due in the example as soon as it is filled, so that its founder meets it at once. */
@Injectable()
export class RemindersExample implements ExamplePart {
  readonly name = 'reminders';
  /** After all others: it looks at what they wrote. */
  readonly order = 90;

  constructor(private readonly scan: ScanAlliance) {}

  /** Notes what is due. No mail goes out of an example. */
  async fill(tx: Transaction): Promise<void> {
    await this.scan.scan(tx.allianceId);
  }
}
