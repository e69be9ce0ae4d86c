/** The only public door of the module: what others may call, and nothing else. */
export { PartnerContractsModule } from './partner-contracts.module.js';
export { CounterSignContract } from './application/counter-sign-contract.js';
export { CreateContractTemplate } from './application/create-contract-template.js';
export {
  type ContractsOrder,
  CreateContracts,
  type CreatedContract,
} from './application/create-contracts.js';
export { AnswerEnquiry } from './application/answer-enquiry.js';
export { EnquiryParticipants } from './application/enquiry-participants.js';
export { KeptPromiseRate } from './application/kept-promise-rate.query.js';
export { PublicEnquiryPages } from './application/public-enquiry-page.query.js';
export { ReceiveEnquiry } from './application/receive-enquiry.js';
