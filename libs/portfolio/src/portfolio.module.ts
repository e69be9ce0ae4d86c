import { Module } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { Policies } from '#libs/platform';
import { InitiativeRepository } from './application/initiative.repository.js';
import { KeepInitiative } from './application/keep-initiative.js';
import { ListInitiatives } from './application/list-initiatives.query.js';
import { MoveInitiative } from './application/move-initiative.js';
import { portfolioLists, portfolioPolicy } from './application/portfolio.policy.js';
import { InitiativeSqlRepository } from './data/initiative.sql-repository.js';
import { InitiativesController } from './entry/initiatives.controller.js';
import { PortfolioExample } from './application/portfolio.example.js';

/** Initiatives from idea to operations, or to an honest end. */
@Module({
  imports: [AlliancesModule],
  controllers: [InitiativesController],
  providers: [
    PortfolioExample,
    { provide: InitiativeRepository, useClass: InitiativeSqlRepository },
    KeepInitiative,
    MoveInitiative,
    ListInitiatives,
  ],
  exports: [KeepInitiative, MoveInitiative, ListInitiatives],
})
export class PortfolioModule {
  constructor(policies: Policies, examples: ExampleParts, example: PortfolioExample) {
    policies.register(portfolioPolicy, portfolioLists);
    examples.register(example);
  }
}
