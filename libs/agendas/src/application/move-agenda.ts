import { Injectable } from '@nestjs/common';
import type { PlainDate } from '#libs/kernel';
import { type Actor, UnitOfWork } from '#libs/platform';
import { checkAdoptable, checkReady, moveAgenda } from '../domain/agenda-version.js';
import { tallyOf } from '../domain/answer.js';
import { AgendaRepository } from './agenda.repository.js';
import { AskOrganisations } from './ask-organisations.js';
import { holdAgenda } from './held-agenda.js';

/** Takes a version through its life: out for consultation, back, adopted, or discarded. */
@Injectable()
export class MoveAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
    private readonly asking: AskOrganisations,
  ) {}

  /** Puts a draft out: from now on its text stands, and these organisations are asked. */
  async putOut(
    actor: Actor,
    id: string,
    expected: number,
    { organisationIds, answerBy }: { organisationIds: readonly string[]; answerBy: PlainDate | null },
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await holdAgenda(this.agendas, tx, id, expected);
      const state = moveAgenda(agenda.state, 'put_out');
      checkReady(agenda.content);
      const { length: asked } = await this.asking.ask(tx, agenda, organisationIds);
      await this.agendas.save(tx, id, { state, answerBy, putOutAt: tx.now(), takenBackReason: '' });
      await tx.append('agendas.version-put-out', { kind: 'agenda', id }, { number: agenda.number, asked });
    });
  }

  /** Takes a consultation back to draft; whoever answered is asked anew next time. */
  async takeBack(actor: Actor, id: string, expected: number, reason: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await holdAgenda(this.agendas, tx, id, expected);
      const state = moveAgenda(agenda.state, 'take_back');
      await this.agendas.save(tx, id, { state, round: agenda.round + 1, takenBackReason: reason });
      const payload = { number: agenda.number, reason };
      await tx.append('agendas.version-taken-back', { kind: 'agenda', id }, payload);
    });
  }

  /** Declares a version adopted; the one in force until now becomes history. */
  async adopt(actor: Actor, id: string, expected: number, despiteObjections: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await holdAgenda(this.agendas, tx, id, expected);
      const state = moveAgenda(agenda.state, 'adopt');
      const answers = await this.agendas.answers(tx, agenda);
      checkAdoptable(tallyOf(answers.map(({ answer }) => answer)), despiteObjections);
      await this.agendas.supersede(tx);
      await this.agendas.save(tx, id, { state, adoptedAt: tx.now(), adoptedDespite: despiteObjections });
      await tx.append('agendas.version-adopted', { kind: 'agenda', id }, { number: agenda.number });
    });
  }

  /** Discards a draft that leads nowhere; it stays on record. */
  async discard(actor: Actor, id: string, expected: number): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await holdAgenda(this.agendas, tx, id, expected);
      await this.agendas.save(tx, id, { state: moveAgenda(agenda.state, 'discard') });
      await tx.append('agendas.version-discarded', { kind: 'agenda', id }, { number: agenda.number });
    });
  }
}
