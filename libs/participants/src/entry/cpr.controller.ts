import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeParticipantSetting,
  findByCpr,
  foundByCpr,
  id as idSchema,
  keepCpr,
  participantSetting,
  shownCpr,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  type PersonActor,
  StepUp,
} from '#libs/platform';
import { CprSetting } from '../application/cpr-setting.js';
import { KeepCpr } from '../application/keep-cpr.js';

/** CPR numbers where the alliance has turned them on; they travel in bodies only. */
@ApiTags('participants')
@Controller('api/v1/alliances/:allianceId')
export class CprController {
  constructor(
    private readonly setting: CprSetting,
    private readonly numbers: KeepCpr,
  ) {}

  @Get('participant-setting')
  @Allow('read', 'ParticipantSetting')
  @Answer(participantSetting)
  showSetting(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof participantSetting>> {
    return this.setting.show(actor);
  }

  @Put('participant-setting')
  @Allow('update', 'ParticipantSetting')
  @AnswerNothing()
  async changeSetting(
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number,
    @Body({ schema: changeParticipantSetting }) body: z.infer<typeof changeParticipantSetting>,
  ): Promise<void> {
    await this.setting.change(actor, body.cprEnabled, version);
  }

  @Post('participants/find-by-cpr')
  @Allow('read', 'Participant')
  @HttpCode(200)
  @Answer(foundByCpr)
  async find(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: findByCpr }) body: z.infer<typeof findByCpr>,
  ): Promise<z.infer<typeof foundByCpr>> {
    return { participantId: await this.numbers.find(actor, body.cpr) };
  }

  @Put('participants/:participantId/cpr')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async keep(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @Body({ schema: keepCpr }) body: z.infer<typeof keepCpr>,
  ): Promise<void> {
    await this.numbers.keep(actor, participantId, body.cpr);
  }

  /** Read, not posted: the answers of POSTs are kept for those who repeat them. */
  @Get('participants/:participantId/cpr')
  @Allow('read', 'Participant')
  @StepUp()
  @Header('cache-control', 'no-store')
  @Answer(shownCpr)
  async show(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
  ): Promise<z.infer<typeof shownCpr>> {
    return { cpr: await this.numbers.show(actor, participantId) };
  }

  @Delete('participants/:participantId/cpr')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async remove(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
  ): Promise<void> {
    await this.numbers.remove(actor, participantId);
  }
}
