import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  changeContractTemplateInput,
  contractTemplate,
  contractTemplateListQuery,
  contractTemplateRow,
  createContractTemplateInput,
  id,
  locales,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  type ListJson,
  type PersonActor,
} from '#libs/platform';
import { ChangeContractTemplate } from '../application/change-contract-template.js';
import { CreateContractTemplate } from '../application/create-contract-template.js';
import { ListContracts } from '../application/list-contracts.query.js';
import { ShowContractTemplate } from '../application/show-contract-template.query.js';
import { ShowSigning } from '../application/show-signing.query.js';
import { readPage } from './signing/read-page.js';
import { welcomePage } from './signing/signing-pages.js';

const created = z.object({ id });
const previewQuery = z.strictObject({
  locale: z.enum(locales).default('da'),
  partner: z.string().trim().min(1).max(200).default('Eksempel ApS'),
});
const preview = z.object({
  /** The pages as the partner gets them, as HTML documents. */
  welcome: z.string(),
  read: z.string(),
});

/** Contract templates of an alliance. */
@Controller('api/v1/alliances/:allianceId/contract-templates')
export class ContractTemplatesController {
  constructor(
    private readonly list: ListContracts,
    private readonly show: ShowContractTemplate,
    private readonly create: CreateContractTemplate,
    private readonly change: ChangeContractTemplate,
    private readonly signing: ShowSigning,
  ) {}

  @Get()
  @Allow('read', 'ContractTemplate')
  @AnswerList(contractTemplateRow)
  listed(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: contractTemplateListQuery }) query: z.infer<typeof contractTemplateListQuery>,
  ): Promise<ListJson> {
    return this.list.templates(actor, query);
  }

  @Post()
  @Allow('create', 'ContractTemplate')
  @Answer(created, 201)
  created(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: createContractTemplateInput }) input: z.infer<typeof createContractTemplateInput>,
  ): Promise<{ id: string }> {
    return this.create.run(actor, input);
  }

  @Get(':templateId')
  @Allow('read', 'ContractTemplate')
  @Answer(contractTemplate)
  shown(
    @CurrentActor() actor: PersonActor,
    @Param('templateId', { schema: id }) templateId: string,
  ): Promise<unknown> {
    return this.show.run(actor, templateId);
  }

  @Put(':templateId')
  @Allow('update', 'ContractTemplate')
  @AnswerNothing()
  async changed(
    @CurrentActor() actor: PersonActor,
    @Param('templateId', { schema: id }) templateId: string,
    @IfMatch() version: number,
    @Body({ schema: changeContractTemplateInput }) input: z.infer<typeof changeContractTemplateInput>,
  ): Promise<void> {
    await this.change.run(actor, templateId, version, input);
  }

  @Get(':templateId/preview')
  @Allow('read', 'ContractTemplate')
  @Answer(preview)
  async previewed(
    @CurrentActor() actor: PersonActor,
    @Param('templateId', { schema: id }) templateId: string,
    @Query({ schema: previewQuery }) { locale, partner }: z.infer<typeof previewQuery>,
  ): Promise<z.infer<typeof preview>> {
    const view = await this.signing.preview(actor, templateId, partner);
    const place = { locale, base: '' };
    return { welcome: welcomePage(view, place), read: readPage(view, place, '…', {}) };
  }
}
