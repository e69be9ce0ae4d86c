/** The only public door of the module: what others may call, and nothing else. */
export { PartnerContractsModule } from './partner-contracts.module.js';
