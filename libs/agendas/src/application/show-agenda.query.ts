import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { agendaDifference as differenceSchema, agendaOverview, agendaVersion } from '#libs/api-schema';
import { Access, notFound, type PersonActor, type Transaction, UnitOfWork } from '#libs/platform';
import { agendaDifference } from '../domain/agenda-difference.js';
import { agendaStepsFrom } from '../domain/agenda-version.js';
import { tallyOf } from '../domain/answer.js';
import { AgendaRepository, type StoredAgenda, type StoredAnswer } from './agenda.repository.js';

/** Reads the agenda: all versions, one of them, and what is different between two. */
@Injectable()
export class ShowAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
    private readonly access: Access,
  ) {}

  /** The versions the reader may see, newest first; a discarded draft is not listed. */
  async overview(actor: PersonActor): Promise<z.input<typeof agendaOverview>> {
    const all = await this.unitOfWork.readAs(actor, (tx) => this.agendas.list(tx));
    const seen = all.filter(
      (agenda) => agenda.state !== 'discarded' && this.access.allows(actor, 'read', 'Agenda', { ...agenda }),
    );
    const open = seen.find(({ state }) => state === 'draft' || state === 'consultation');
    return {
      inForceId: seen.find(({ state }) => state === 'adopted')?.id ?? null,
      openId: open?.id ?? null,
      versions: seen.map(headOf),
      mayDraft: open === undefined && this.access.allows(actor, 'create', 'Agenda'),
    };
  }

  /** One version with its answers. */
  async version(actor: PersonActor, id: string): Promise<z.input<typeof agendaVersion>> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const agenda = await this.readable(tx, actor, id);
      const answers = await this.agendas.answers(tx, agenda);
      const mayEdit = this.access.allows(actor, 'update', 'Agenda');
      const out = agenda.state === 'consultation' || agenda.state === 'adopted';
      return {
        ...headOf(agenda),
        content: agenda.content,
        answerBy: agenda.answerBy,
        adoptedDespite: agenda.adoptedDespite,
        takenBackReason: agenda.takenBackReason,
        version: agenda.version,
        answers: this.maySeeWords(actor) ? answers.map(asShown) : answers.map(asCounted),
        tally: tallyOf(answers.map(({ answer }) => answer)),
        ...(await this.namesIn(tx, [agenda])),
        may: {
          edit: mayEdit && agenda.state === 'draft',
          steps: mayEdit ? agendaStepsFrom(agenda.state) : [],
          ask: mayEdit && out,
          answerFor: out
            ? answers
                .filter(({ organisationId }) => this.mayAnswer(actor, organisationId))
                .map(({ organisationId }) => organisationId)
            : [],
        },
      };
    });
  }

  /** What is different from one version (the one before when none is named) to another, in words. */
  async difference(
    actor: PersonActor,
    fromId: string | undefined,
    toId: string,
  ): Promise<z.input<typeof differenceSchema>> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const to = await this.readable(tx, actor, toId);
      const from = await this.readable(tx, actor, fromId ?? (await this.before(tx, actor, to)));
      const { organisationNames, indicatorNames } = await this.namesIn(tx, [from, to]);
      const names = {
        organisation: (id: string) => organisationNames[id] ?? '–',
        indicator: (id: string) => indicatorNames[id] ?? '–',
      };
      return {
        from: { id: from.id, number: from.number },
        to: { id: to.id, number: to.number },
        changes: agendaDifference(from.content, to.content, names).map((change) => ({
          ...change,
          pieces: [...change.pieces],
        })),
      };
    });
  }

  /** The version before one, as far as the actor may read it; the first is compared with itself. */
  private async before(tx: Transaction, actor: PersonActor, to: StoredAgenda): Promise<string> {
    const earlier = (await this.agendas.list(tx))
      .filter((each) => each.number < to.number && this.access.allows(actor, 'read', 'Agenda', { ...each }))
      .sort((one, other) => other.number - one.number);
    return earlier[0]?.id ?? to.id;
  }

  private async readable(tx: Transaction, actor: PersonActor, id: string): Promise<StoredAgenda> {
    const agenda = await this.agendas.find(tx, id);
    if (agenda === null || !this.access.allows(actor, 'read', 'Agenda', { ...agenda })) throw notFound();
    return agenda;
  }

  private mayAnswer(actor: PersonActor, organisationId: string): boolean {
    return this.access.allows(actor, 'answer', 'AgendaAnswer', { organisation_id: organisationId });
  }

  /** Reasons are shared among those who take part, not with whoever only observes. */
  private maySeeWords(actor: PersonActor): boolean {
    return actor.roles.some(({ role }) => role !== 'observer');
  }

  private async namesIn(tx: Transaction, agendas: readonly StoredAgenda[]) {
    const contents = agendas.map(({ content }) => content);
    const organisations = await this.agendas.organisationNames(
      tx,
      contents.flatMap(({ contributions }) => contributions.map(({ organisationId }) => organisationId)),
    );
    const indicators = await this.agendas.indicatorNames(
      tx,
      contents.flatMap(({ outcomes }) => outcomes.flatMap(({ indicatorId }) => indicatorId ?? [])),
    );
    return {
      organisationNames: Object.fromEntries(organisations),
      indicatorNames: Object.fromEntries(indicators),
    };
  }
}

function headOf({ id, number, state, content, createdAt, putOutAt, adoptedAt }: StoredAgenda) {
  return {
    id,
    number,
    state,
    title: content.title,
    createdAt: createdAt.toISOString(),
    putOutAt: putOutAt?.toISOString() ?? null,
    adoptedAt: adoptedAt?.toISOString() ?? null,
  };
}

function asShown(answer: StoredAnswer) {
  return { ...answer, answeredAt: answer.answeredAt?.toISOString() ?? null };
}

function asCounted(answer: StoredAnswer) {
  return { ...asShown(answer), words: '', answeredBy: null };
}
