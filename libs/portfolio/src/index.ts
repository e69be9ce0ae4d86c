/** The public door of portfolio. */
export { KeepInitiative } from './application/keep-initiative.js';
export { ListInitiatives } from './application/list-initiatives.query.js';
export { MoveInitiative } from './application/move-initiative.js';
export { PortfolioModule } from './portfolio.module.js';
