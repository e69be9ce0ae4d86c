import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { endOtherSessions, id, mySessions } from '#libs/api-schema';
import { notFound } from '../access/access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Answer, AnswerNothing, CurrentActor, SignedIn } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { MySessions } from './my-sessions.js';
import { Sessions } from './sessions.js';

/** A person's own sessions: where they are signed in, and ending that. */
@ApiTags('identity')
@Controller('api/v1/me/sessions')
export class MySessionsController {
  constructor(
    private readonly mine: MySessions,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @SignedIn()
  @Answer(mySessions)
  async list(@CurrentActor() actor: PersonActor): Promise<z.input<typeof mySessions>> {
    return { items: await this.mine.list(actor) };
  }

  @Delete(':sessionId')
  @SignedIn()
  @AnswerNothing()
  async end(
    @CurrentActor() actor: PersonActor,
    @Param('sessionId', { schema: id }) sessionId: string,
  ): Promise<void> {
    if (!(await this.sessions.endById(actor.personId, sessionId))) throw notFound();
    await this.writeDown(actor, 1);
  }

  @Post('end-others')
  @SignedIn()
  @AnswerNothing()
  async endOthers(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: endOtherSessions }) _nothing: z.infer<typeof endOtherSessions>,
  ): Promise<void> {
    const count = await this.sessions.endAllOf(actor.personId, actor.sessionId);
    if (count > 0) await this.writeDown(actor, count);
  }

  private async writeDown(actor: PersonActor, count: number): Promise<void> {
    await this.unitOfWork.actAs(actor, (tx) =>
      tx.append('platform.sessions-ended', { kind: 'person', id: actor.personId }, { count }),
    );
  }
}
