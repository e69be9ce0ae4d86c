import { Module } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { Policies } from '#libs/platform';
import { agendaLists, agendaPolicy } from './application/agenda.policy.js';
import { AgendaRepository } from './application/agenda.repository.js';
import { AnswerAgenda } from './application/answer-agenda.js';
import { AskOrganisations } from './application/ask-organisations.js';
import { DraftAgenda } from './application/draft-agenda.js';
import { EditAgenda } from './application/edit-agenda.js';
import { MoveAgenda } from './application/move-agenda.js';
import { ShowAgenda } from './application/show-agenda.query.js';
import { AgendaSqlRepository } from './data/agenda.sql-repository.js';
import { AgendaController } from './entry/agenda.controller.js';
import { AgendasExample } from './application/agendas.example.js';

/** The shared agenda: drafted together, put out, adopted organisation by organisation. */
@Module({
  imports: [AlliancesModule],
  controllers: [AgendaController],
  providers: [
    AgendasExample,
    { provide: AgendaRepository, useClass: AgendaSqlRepository },
    ShowAgenda,
    DraftAgenda,
    EditAgenda,
    MoveAgenda,
    AskOrganisations,
    AnswerAgenda,
  ],
  exports: [ShowAgenda, DraftAgenda, EditAgenda, MoveAgenda, AskOrganisations, AnswerAgenda],
})
export class AgendasModule {
  constructor(policies: Policies, examples: ExampleParts, example: AgendasExample) {
    policies.register(agendaPolicy, agendaLists);
    examples.register(example);
  }
}
