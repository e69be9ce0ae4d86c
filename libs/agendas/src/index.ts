/** The public door of agendas. */
export { AnswerAgenda } from './application/answer-agenda.js';
export { AskOrganisations } from './application/ask-organisations.js';
export { DraftAgenda } from './application/draft-agenda.js';
export { EditAgenda } from './application/edit-agenda.js';
export { MoveAgenda } from './application/move-agenda.js';
export { ShowAgenda } from './application/show-agenda.query.js';
export { AgendasModule } from './agendas.module.js';
