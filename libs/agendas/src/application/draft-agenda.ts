import { Injectable } from '@nestjs/common';
import type { AgendaContent, ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { type Actor, UnitOfWork } from '#libs/platform';
import { AgendaRepository } from './agenda.repository.js';

const blank: AgendaContent = {
  title: '',
  problem: '',
  vision: '',
  mission: '',
  outcomes: [],
  strategies: [],
  contributions: [],
};

/** Begins a draft from the version in force, or from a blank page when there is none. One at a time. */
@Injectable()
export class DraftAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
  ) {}

  /** @throws DomainError agendas/open-version-exists */
  async run(actor: Actor, title: string | undefined): Promise<{ id: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const versions = await this.agendas.list(tx);
      const open = versions.find(({ state }) => state === 'draft' || state === 'consultation');
      if (open !== undefined)
        throw new DomainError<ErrorCode>('agendas/open-version-exists', { number: open.number });
      const before = versions.find(({ state }) => state === 'adopted')?.content ?? blank;
      const [alliance] = await tx.query<{ name: string }>(
        `select name from alliances_alliance where id = $1`,
        [tx.allianceId],
      );
      const draft = {
        id: newId(),
        number: (versions[0]?.number ?? 0) + 1,
        content: {
          ...before,
          title: title ?? (before.title === '' ? (alliance?.name ?? '–') : before.title),
        },
      };
      await this.agendas.add(tx, draft);
      await tx.append('agendas.version-drafted', { kind: 'agenda', id: draft.id }, { number: draft.number });
      return { id: draft.id };
    });
  }
}
