import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { AgendaRepository, type StoredAgenda } from './agenda.repository.js';

/** Asks further organisations to answer a version that is out, e.g. one that joined later. */
@Injectable()
export class AskOrganisations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
  ) {}

  /** @throws DomainError agendas/not-open-for-answers, agendas/organisation-unknown */
  async run(actor: Actor, id: string, organisationIds: readonly string[]): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const agenda = await this.agendas.hold(tx, id);
      if (agenda === null) throw notFound();
      if (agenda.state !== 'consultation' && agenda.state !== 'adopted')
        throw new DomainError<ErrorCode>('agendas/not-open-for-answers');
      const asked = await this.ask(tx, agenda, organisationIds);
      for (const organisationName of asked)
        await tx.append(
          'agendas.organisation-asked',
          { kind: 'agenda', id },
          { number: agenda.number, organisationName },
        );
    });
  }

  /**
   * Asks organisations in an open unit of work.
   * @returns the names of those newly asked
   */
  async ask(tx: Transaction, agenda: StoredAgenda, organisationIds: readonly string[]): Promise<string[]> {
    const unique = [...new Set(organisationIds)];
    const names = await this.agendas.organisationNames(tx, unique);
    const stranger = unique.findIndex((organisationId) => !names.has(organisationId));
    if (stranger >= 0)
      throw new DomainError<ErrorCode>(
        'agendas/organisation-unknown',
        {},
        `organisationIds.${String(stranger)}`,
      );
    const asked = await this.agendas.ask(tx, agenda, unique);
    return asked.map((organisationId) => names.get(organisationId) ?? '');
  }
}
