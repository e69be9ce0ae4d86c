import { Injectable } from '@nestjs/common';
import type { AgendaAnswer, ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, notFound, type PersonActor, UnitOfWork } from '#libs/platform';
import { checkAnswer } from '../domain/answer.js';
import { AgendaRepository } from './agenda.repository.js';

const events = {
  consent: 'agendas.organisation-consented',
  concern: 'agendas.organisation-consented-with-concern',
  objection: 'agendas.organisation-objected',
} as const satisfies Record<AgendaAnswer, string>;

/** An organisation answers a version, by one who stands for it or recorded by the secretariat. */
@Injectable()
export class AnswerAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
    private readonly access: Access,
  ) {}

  /**
   * @param expected the version of the organisation's answer this builds on: two who answer at once do not
   *   overwrite one another
   */
  async run(
    actor: PersonActor,
    id: string,
    organisationId: string,
    expected: number,
    { answer, words }: { answer: AgendaAnswer; words: string },
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await this.agendas.hold(tx, id);
      const standing = agenda && (await this.agendas.holdAnswer(tx, agenda, organisationId));
      if (agenda === null || standing === null) throw notFound();
      this.access.authorize(actor, 'answer', 'AgendaAnswer', { organisation_id: organisationId });
      if (standing.version !== expected) throw new DomainError<ErrorCode>('platform/stale');
      checkAnswer(agenda.state, standing.answer, answer, words);
      const own = actor.roles.some(
        (held) => held.organisationId === organisationId && held.role !== 'secretariat',
      );
      await this.agendas.saveAnswer(tx, standing.id, {
        answer,
        words,
        byId: actor.personId,
        byName: actor.name,
        recordedBySecretariat: !own,
      });
      await tx.append(
        events[answer],
        { kind: 'agenda', id },
        { number: agenda.number, organisationName: standing.organisationName },
      );
    });
  }
}
