import { Injectable } from '@nestjs/common';
import type { AgendaContent, ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, type Transaction, UnitOfWork } from '#libs/platform';
import { checkContent, checkTextOpen } from '../domain/agenda-version.js';
import { AgendaRepository } from './agenda.repository.js';
import { holdAgenda } from './held-agenda.js';

/** Changes the text of a draft. */
@Injectable()
export class EditAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
  ) {}

  /** @param expected the version the edit is based on */
  async run(actor: Actor, id: string, expected: number, content: AgendaContent): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await holdAgenda(this.agendas, tx, id, expected);
      checkTextOpen(agenda.state);
      checkContent(content);
      await this.checkNamed(tx, content);
      await this.agendas.save(tx, id, { content });
      await tx.append('agendas.version-edited', { kind: 'agenda', id }, { number: agenda.number });
    });
  }

  /** What the text points at is in the alliance. */
  private async checkNamed(tx: Transaction, { outcomes, contributions }: AgendaContent): Promise<void> {
    const organisations = await this.agendas.organisationNames(
      tx,
      contributions.map(({ organisationId }) => organisationId),
    );
    const stranger = contributions.findIndex(({ organisationId }) => !organisations.has(organisationId));
    if (stranger >= 0)
      throw new DomainError<ErrorCode>(
        'agendas/organisation-unknown',
        {},
        `content.contributions.${String(stranger)}.organisationId`,
      );
    const indicators = await this.agendas.indicatorNames(
      tx,
      outcomes.flatMap(({ indicatorId }) => indicatorId ?? []),
    );
    const stray = outcomes.findIndex(
      ({ indicatorId }) => indicatorId !== null && !indicators.has(indicatorId),
    );
    if (stray >= 0)
      throw new DomainError<ErrorCode>(
        'agendas/indicator-unknown',
        {},
        `content.outcomes.${String(stray)}.indicatorId`,
      );
  }
}
