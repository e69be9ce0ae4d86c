import type { Provider, Type } from '@nestjs/common';
import { ChangeContractTemplate } from './application/change-contract-template.js';
import { ContractAccess } from './application/contract-access.js';
import { ContractDelivery } from './application/contract-delivery.js';
import { ContractLinks } from './application/contract-links.js';
import { ContractTemplateRepository } from './application/contract-template.repository.js';
import { ContractRepository } from './application/contract.repository.js';
import { ContractExample } from './application/contract.example.js';
import { CounterSignContract } from './application/counter-sign-contract.js';
import { CreateContractTemplate } from './application/create-contract-template.js';
import { CreateContracts } from './application/create-contracts.js';
import { EndContract } from './application/end-contract.js';
import { ExampleContracts } from './application/example-contracts.js';
import { ExpireContract } from './application/expire-contract.js';
import { InvitationCheck } from './application/invitation-check.js';
import { ListContracts } from './application/list-contracts.query.js';
import { PartyDirectory } from './application/party-directory.js';
import { PassOnContract } from './application/pass-on-contract.js';
import { PrepareSigning } from './application/prepare-signing.js';
import { ResendContract } from './application/resend-contract.js';
import { ReviseContract } from './application/revise-contract.js';
import { SealContract } from './application/seal-contract.js';
import { SendContract } from './application/send-contract.js';
import { ShowContractTemplate } from './application/show-contract-template.query.js';
import { ShowContract } from './application/show-contract.query.js';
import { ShowSigning } from './application/show-signing.query.js';
import { SignContract } from './application/sign-contract.js';
import { UnsignedContractsSource } from './application/unsigned-contracts.source.js';
import { WithdrawContract } from './application/withdraw-contract.js';
import { ContractTemplateSqlRepository } from './data/contract-template.sql-repository.js';
import { ContractSqlRepository } from './data/contract.sql-repository.js';
import { ExampleContractsSql } from './data/example-contracts.sql.js';
import { PartySqlDirectory } from './data/party.sql-directory.js';
import { ContractTemplatesController } from './entry/contract-templates.controller.js';
import { ContractProcessor } from './entry/contract.processor.js';
import { ContractsController } from './entry/contracts.controller.js';
import { SigningController } from './entry/signing/signing.controller.js';

/** The HTTP entries of contracts. */
export const contractControllers: Type[] = [
  ContractTemplatesController,
  ContractsController,
  SigningController,
];

/** Everything that makes contracts work. */
export const contractProviders: Provider[] = [
  ChangeContractTemplate,
  ContractAccess,
  ContractDelivery,
  ContractExample,
  ContractLinks,
  ContractProcessor,
  CounterSignContract,
  CreateContractTemplate,
  CreateContracts,
  EndContract,
  ExpireContract,
  InvitationCheck,
  ListContracts,
  PassOnContract,
  PrepareSigning,
  ResendContract,
  ReviseContract,
  SealContract,
  SendContract,
  ShowContract,
  ShowContractTemplate,
  ShowSigning,
  SignContract,
  UnsignedContractsSource,
  WithdrawContract,
  { provide: ContractRepository, useClass: ContractSqlRepository },
  { provide: ContractTemplateRepository, useClass: ContractTemplateSqlRepository },
  { provide: ExampleContracts, useClass: ExampleContractsSql },
  { provide: PartyDirectory, useClass: PartySqlDirectory },
];
