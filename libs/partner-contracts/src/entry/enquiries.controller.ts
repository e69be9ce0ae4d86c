import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  answerEnquiry,
  created,
  enquiryAddress,
  enquiryDetail,
  enquiryListQuery,
  enquiryPartners,
  enquiryPartnersQuery,
  enquiryPerson,
  enquiryRow,
  enquirySetting,
  id as idSchema,
  logEnquiry,
  promiseQuery,
  promiseRates,
  withdrawEnquiry,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  type ListJson,
  type PersonActor,
} from '#libs/platform';
import { AnswerEnquiry } from '../application/answer-enquiry.js';
import { EnquirySetting } from '../application/enquiry-setting.js';
import { KeptPromiseRate } from '../application/kept-promise-rate.query.js';
import { ListEnquiries } from '../application/list-enquiries.query.js';
import { ListEnquiryPartners } from '../application/list-enquiry-partners.query.js';
import { PublicEnquiryPages } from '../application/public-enquiry-page.query.js';
import { ReceiveEnquiry } from '../application/receive-enquiry.js';
import { ShowEnquiry } from '../application/show-enquiry.query.js';

/** Enquiries of young people to guarantee partners, for those who are signed in. */
@ApiTags('enquiries')
@Controller('api/v1/alliances/:allianceId')
export class EnquiriesController {
  constructor(
    private readonly receiver: ReceiveEnquiry,
    private readonly answers: AnswerEnquiry,
    private readonly lister: ListEnquiries,
    private readonly shower: ShowEnquiry,
    private readonly partners: ListEnquiryPartners,
    private readonly pages: PublicEnquiryPages,
    private readonly setting: EnquirySetting,
    private readonly promise: KeptPromiseRate,
  ) {}

  @Get('enquiries')
  @Allow('read', 'Enquiry')
  @AnswerList(enquiryRow)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: enquiryListQuery }) query: z.infer<typeof enquiryListQuery>,
  ): Promise<ListJson> {
    return this.lister.run(actor, query);
  }

  @Post('enquiries')
  @Allow('create', 'Enquiry')
  @Answer(created, 201)
  log(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: logEnquiry }) body: z.infer<typeof logEnquiry>,
  ): Promise<{ id: string }> {
    return this.receiver.log(actor, body);
  }

  @Get('enquiries/:enquiryId')
  @Allow('read', 'Enquiry')
  @Answer(enquiryDetail)
  show(
    @CurrentActor() actor: PersonActor,
    @Param('enquiryId', { schema: idSchema }) enquiryId: string,
  ): Promise<z.infer<typeof enquiryDetail>> {
    return this.shower.run(actor, enquiryId);
  }

  @Get('enquiries/:enquiryId/person')
  @Allow('read', 'EnquiryPerson')
  @Answer(enquiryPerson)
  person(
    @CurrentActor() actor: PersonActor,
    @Param('enquiryId', { schema: idSchema }) enquiryId: string,
  ): Promise<z.infer<typeof enquiryPerson>> {
    return this.shower.person(actor, enquiryId);
  }

  @Post('enquiries/:enquiryId/answer')
  @Allow('update', 'Enquiry')
  @AnswerNothing()
  async answer(
    @CurrentActor() actor: PersonActor,
    @Param('enquiryId', { schema: idSchema }) enquiryId: string,
    @Body({ schema: answerEnquiry }) body: z.infer<typeof answerEnquiry>,
  ): Promise<void> {
    await this.answers.answer(actor, enquiryId, body);
  }

  @Post('enquiries/:enquiryId/withdraw')
  @Allow('update', 'Enquiry')
  @AnswerNothing()
  async withdraw(
    @CurrentActor() actor: PersonActor,
    @Param('enquiryId', { schema: idSchema }) enquiryId: string,
    @Body({ schema: withdrawEnquiry }) _body: z.infer<typeof withdrawEnquiry>,
  ): Promise<void> {
    await this.answers.withdraw(actor, enquiryId);
  }

  @Get('enquiry-partners')
  @Allow('read', 'Enquiry')
  @Answer(enquiryPartners)
  async listPartners(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: enquiryPartnersQuery }) query: z.infer<typeof enquiryPartnersQuery>,
  ): Promise<z.infer<typeof enquiryPartners>> {
    return { items: await this.partners.run(actor, query.q, query.limit) };
  }

  @Get('enquiry-partners/:partnerId/address')
  @Allow('read', 'Enquiry')
  @Answer(enquiryAddress)
  async address(
    @CurrentActor() actor: PersonActor,
    @Param('partnerId', { schema: idSchema }) partnerId: string,
  ): Promise<z.infer<typeof enquiryAddress>> {
    return { url: await this.pages.addressOf(actor, partnerId) };
  }

  @Get('enquiry-setting')
  @Allow('read', 'Enquiry')
  @Answer(enquirySetting)
  showSetting(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof enquirySetting>> {
    return this.setting.show(actor);
  }

  @Put('enquiry-setting')
  @Allow('update', 'EnquirySetting')
  @AnswerNothing()
  async changeSetting(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: enquirySetting }) body: z.infer<typeof enquirySetting>,
  ): Promise<void> {
    await this.setting.change(actor, body.alarmAfterDays);
  }

  @Get('promise-rates')
  @Allow('read', 'Promise')
  @Answer(promiseRates)
  rates(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: promiseQuery }) query: z.infer<typeof promiseQuery>,
  ): Promise<z.infer<typeof promiseRates>> {
    return this.promise.run(actor, query);
  }
}
