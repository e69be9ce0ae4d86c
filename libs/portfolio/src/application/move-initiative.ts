import { Injectable } from '@nestjs/common';
import type { InitiativeStage } from '#libs/api-schema';
import { copenhagenDate } from '#libs/kernel';
import { type PersonActor, type Transaction, UnitOfWork } from '#libs/platform';
import type { Ending, Review } from '../domain/initiative.js';
import { checkMove, checkReviewDate, stageAfterReview } from '../domain/initiative.js';
import { InitiativeRepository, type StoredInitiative } from './initiative.repository.js';
import { KeepInitiative } from './keep-initiative.js';

const events = {
  small_test: 'portfolio.initiative-tested',
  adapt: 'portfolio.initiative-adapted',
  spread: 'portfolio.initiative-spread',
  embedded: 'portfolio.initiative-embedded',
  closed: 'portfolio.initiative-closed',
} as const satisfies Record<Exclude<InitiativeStage, 'idea'>, string>;

/** Takes an initiative from stage to stage, by itself or as a review decides. */
@Injectable()
export class MoveInitiative {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly keeping: KeepInitiative,
  ) {}

  /** @param expected the version the move is based on */
  async move(
    actor: PersonActor,
    id: string,
    expected: number,
    { to, ...ending }: Ending & { to: InitiativeStage },
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const initiative = await this.keeping.holdFor(tx, actor, id, expected);
      checkMove(initiative.stage, to, initiative, ending);
      if (initiative.stage === 'idea' && to !== 'closed')
        checkReviewDate(initiative.reviewOn, copenhagenDate(tx.now()), 'reviewOn');
      await this.initiatives.save(tx, id, stageChanges(tx, to, ending));
      await this.tell(tx, actor, initiative, to, ending.reason);
    });
  }

  /** Holds a review: writes down what was seen and does what it decides. */
  async review(actor: PersonActor, id: string, expected: number, review: Review): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const initiative = await this.keeping.holdFor(tx, actor, id, expected);
      const to = stageAfterReview(initiative.stage, review, copenhagenDate(tx.now()));
      const ending = { reason: review.words, learned: review.learned };
      await this.initiatives.save(tx, id, {
        ...stageChanges(tx, to, ending),
        ...(review.nextReviewOn === null || to === 'closed' ? {} : { reviewOn: review.nextReviewOn }),
      });
      await this.initiatives.addReview(tx, id, review, { id: actor.personId, name: actor.name });
      await tx.append(
        'portfolio.initiative-reviewed',
        { kind: 'initiative', id },
        { initiativeName: initiative.name, decision: review.decision },
      );
      if (to !== initiative.stage) await this.tell(tx, actor, initiative, to, review.words);
    });
  }

  private async tell(
    tx: Transaction,
    actor: PersonActor,
    { id, name, stage: from }: StoredInitiative,
    to: InitiativeStage,
    reason: string,
  ): Promise<void> {
    await this.initiatives.addMove(tx, id, { from, to, reason }, { id: actor.personId, name: actor.name });
    if (to !== 'idea')
      await tx.append(events[to], { kind: 'initiative', id }, { initiativeName: name, from });
  }
}

function stageChanges(tx: Transaction, to: InitiativeStage, ending: Ending): Partial<StoredInitiative> {
  if (to !== 'closed') return { stage: to };
  return { stage: to, closedReason: ending.reason, learned: ending.learned, closedAt: tx.now() };
}
