import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EnquiriesTellSharedAddress } from './20261203T1100-enquiries-tell-shared-address.js';

/** Nobody asks any more whether an address is also a young person's: what is made out to one is known by its name. */
export class EnquiriesDropSharedAddress implements MigrationInterface {
  private readonly told = new EnquiriesTellSharedAddress();

  async up(runner: QueryRunner): Promise<void> {
    await this.told.down(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.told.up(runner);
  }
}
