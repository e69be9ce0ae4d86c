import { Module } from '@nestjs/common';

/** Guarantee contracts with partners, and the promises kept under them. */
@Module({
  controllers: [],
  providers: [],
})
export class PartnerContractsModule {}
