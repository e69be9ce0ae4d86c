import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { consentTexts, created, giveConsent, id as idSchema, withdrawConsent } from '#libs/api-schema';
import { Allow, Answer, AnswerNothing, CurrentActor, type PersonActor } from '#libs/platform';
import { KeepConsents } from '../application/keep-consents.js';

/** Consents of young people: given, given anew, withdrawn. */
@ApiTags('participants')
@Controller('api/v1/alliances/:allianceId')
export class ConsentsController {
  constructor(private readonly consents: KeepConsents) {}

  @Post('participants/:participantId/consents')
  @Allow('update', 'Participant')
  @Answer(created, 201)
  give(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @Body({ schema: giveConsent }) body: z.infer<typeof giveConsent>,
  ): Promise<{ id: string }> {
    return this.consents.give(actor, participantId, body);
  }

  @Post('participants/:participantId/consents/:consentId/withdrawal')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async withdraw(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @Param('consentId', { schema: idSchema }) consentId: string,
    @Body({ schema: withdrawConsent }) body: z.infer<typeof withdrawConsent>,
  ): Promise<void> {
    await this.consents.withdraw(actor, participantId, consentId, body);
  }

  @Get('consent-texts')
  @Allow('create', 'Participant')
  @Answer(consentTexts)
  texts(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof consentTexts>> {
    return this.consents.texts(actor);
  }
}
