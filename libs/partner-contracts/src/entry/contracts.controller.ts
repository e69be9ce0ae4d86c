import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  contract,
  contractListQuery,
  contractRow,
  counterSignContractInput,
  createContractsInput,
  createdContracts,
  endContractInput,
  id,
  resendContractInput,
  withdrawContractInput,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  type ListJson,
  type PersonActor,
  StepUp,
} from '#libs/platform';
import { CounterSignContract } from '../application/counter-sign-contract.js';
import { CreateContracts } from '../application/create-contracts.js';
import { EndContract } from '../application/end-contract.js';
import { ListContracts } from '../application/list-contracts.query.js';
import { ResendContract } from '../application/resend-contract.js';
import { ReviseContract } from '../application/revise-contract.js';
import { SendContract } from '../application/send-contract.js';
import { ShowContract } from '../application/show-contract.query.js';
import { WithdrawContract } from '../application/withdraw-contract.js';

/** Contracts of an alliance, as the secretariat works with them. */
@Controller('api/v1/alliances/:allianceId/contracts')
export class ContractsController {
  constructor(
    private readonly list: ListContracts,
    private readonly show: ShowContract,
    private readonly create: CreateContracts,
    private readonly send: SendContract,
    private readonly resend: ResendContract,
    private readonly revise: ReviseContract,
    private readonly withdraw: WithdrawContract,
    private readonly end: EndContract,
    private readonly counterSign: CounterSignContract,
  ) {}

  @Get()
  @Allow('read', 'Contract')
  @AnswerList(contractRow)
  listed(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: contractListQuery }) query: z.infer<typeof contractListQuery>,
  ): Promise<ListJson> {
    return this.list.contracts(actor, query);
  }

  @Post()
  @Allow('create', 'Contract')
  @Answer(createdContracts, 201)
  async created(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: createContractsInput }) input: z.infer<typeof createContractsInput>,
  ): Promise<z.infer<typeof createdContracts>> {
    return { items: await this.create.run(actor, input) };
  }

  @Get(':contractId')
  @Allow('read', 'Contract')
  @Answer(contract)
  shown(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
  ): Promise<unknown> {
    return this.show.run(actor, contractId);
  }

  @Get(':contractId/document.pdf')
  @Allow('read', 'Contract')
  async document(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.show.document(actor, contractId);
    await reply
      .type(file.mediaType)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-cache')
      .send(file.bytes);
  }

  @Post(':contractId/sending')
  @Allow('update', 'Contract')
  @AnswerNothing()
  async sent(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
  ): Promise<void> {
    await this.send.run(actor, contractId);
  }

  @Post(':contractId/resending')
  @Allow('update', 'Contract')
  @AnswerNothing()
  async resent(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
    @Body({ schema: resendContractInput }) input: z.infer<typeof resendContractInput>,
  ): Promise<void> {
    await this.resend.run(actor, contractId, input.recipient);
  }

  @Post(':contractId/revision')
  @Allow('update', 'Contract')
  @AnswerNothing()
  async revised(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
  ): Promise<void> {
    await this.revise.run(actor, contractId);
  }

  @Post(':contractId/counter-signature')
  @Allow('counter-sign', 'Contract')
  @StepUp()
  @AnswerNothing()
  async counterSigned(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
    @Body({ schema: counterSignContractInput }) input: z.infer<typeof counterSignContractInput>,
  ): Promise<void> {
    await this.counterSign.run(actor, contractId, input);
  }

  @Post(':contractId/withdrawal')
  @Allow('update', 'Contract')
  @AnswerNothing()
  async withdrawn(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
    @Body({ schema: withdrawContractInput }) input: z.infer<typeof withdrawContractInput>,
  ): Promise<void> {
    await this.withdraw.run(actor, contractId, input.reason);
  }

  @Post(':contractId/ending')
  @Allow('update', 'Contract')
  @AnswerNothing()
  async ended(
    @CurrentActor() actor: PersonActor,
    @Param('contractId', { schema: id }) contractId: string,
    @Body({ schema: endContractInput }) input: z.infer<typeof endContractInput>,
  ): Promise<void> {
    await this.end.run(actor, contractId, input);
  }
}
