import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import type { InitiativeInput, InitiativeStage } from '#libs/api-schema';
import { addDays, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { InitiativeRepository } from './initiative.repository.js';

interface Told {
  readonly name: string;
  readonly purpose: string;
  readonly stage: InitiativeStage;
  readonly unit: string;
  readonly stopRule: string;
  /** Days from today; negative: the review is overdue. */
  readonly reviewIn: number;
  /** Which outcome of the agenda it serves, counted from 0. */
  readonly outcome: number;
  readonly review?: string;
  readonly learned?: string;
}

const initiatives: readonly Told[] = [
  {
    name: 'Virksomhedsbesøg for 8. klasse',
    purpose: 'Hver klasse besøger to garantipartnere i løbet af året.',
    stage: 'idea',
    unit: '',
    stopRule: '',
    reviewIn: 0,
    outcome: 0,
  },
  {
    name: 'Mentor på værkstedet',
    purpose: 'En erfaren kollega følger den unge de første tre måneder.',
    stage: 'small_test',
    unit: 'Jobcenter Ung',
    stopRule: 'Vi stopper, hvis under halvdelen af de unge stadig er der efter otte uger.',
    reviewIn: -9,
    outcome: 0,
  },
  {
    name: 'Fritidsjob-caféen',
    purpose: 'Unge under 18 møder butikker, der søger hjælp, en eftermiddag om måneden.',
    stage: 'adapt',
    unit: 'Ungdomsskolen',
    stopRule: 'Vi stopper, hvis færre end fem unge får job i et kvartal.',
    reviewIn: 34,
    outcome: 0,
    review: 'Mange unge kommer, men butikkerne vil hellere mødes hos dem selv. Vi flytter caféen ud.',
  },
  {
    name: 'Én indgang for virksomheden',
    purpose: 'Ét telefonnummer, når en garantipartner har brug for hjælp.',
    stage: 'spread',
    unit: 'Virksomhedsservice',
    stopRule: 'Vi stopper, hvis svartiden er over to hverdage i to måneder i træk.',
    reviewIn: 61,
    outcome: 1,
    review: 'Svartiden er nede på fire timer. Hirtshals og Sindal kommer med fra nytår.',
  },
  {
    name: 'Fast praktikkoordinator på FGU',
    purpose: 'Tager imod hver ung, som en virksomhed giver videre.',
    stage: 'embedded',
    unit: 'FGU Vendsyssel',
    stopRule: 'Vi stopper, hvis en ung må vente mere end en uge på et svar.',
    reviewIn: 152,
    outcome: 1,
    review: 'Ingen har ventet længere end tre dage. Stillingen er nu en del af driften.',
  },
  {
    name: 'Jobmesse i hallen',
    purpose: 'En årlig messe med alle garantipartnere.',
    stage: 'closed',
    unit: 'Erhvervsservice',
    stopRule: 'Vi stopper, hvis messen ikke fører til mindst ti samtaler om praktik.',
    reviewIn: 0,
    outcome: 0,
    review: 'Tre samtaler på en hel dag. Stopreglen er nået.',
    learned:
      'De unge, det handler om, kommer ikke til en messe. De skal mødes to og to, der hvor arbejdet er.',
  },
];

/** Fills the example alliance with initiatives on every stage, one with an overdue review and one that was stopped. */
@Injectable()
export class PortfolioExample implements ExamplePart {
  readonly name = 'portfolio';
  readonly order = 60;

  constructor(private readonly initiatives: InitiativeRepository) {}

  /** Writes them down and takes each to its stage. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const outcomes = await tx.query<{ id: string }>(
      'select id from agendas_outcome where alliance_id = $1 and is_current order by position',
      [tx.allianceId],
    );
    for (const told of initiatives) await this.add(tx, example, told, outcomes[told.outcome]?.id ?? null);
  }

  private async add(tx: Transaction, example: Example, told: Told, outcomeId: string | null): Promise<void> {
    const id = newId();
    const by = { id: example.founder.personId, name: example.founder.name };
    const input: InitiativeInput = {
      name: told.name,
      purpose: told.purpose,
      outcomeId,
      responsibleOrganisationId: example.municipalityId,
      operatingUnits: told.unit === '' ? [] : [told.unit],
      stopRule: told.stopRule,
      reviewOn: told.stopRule === '' ? null : addDays(example.today, told.reviewIn),
    };
    await this.initiatives.add(tx, id, input);
    const subject = { kind: 'initiative', id };
    await tx.append('portfolio.initiative-created', subject, { initiativeName: told.name });
    const { stage, review = '', learned = '' } = told;
    if (stage === 'idea') return;
    const ending = stage === 'closed' ? { closedReason: review, learned, closedAt: tx.now() } : {};
    await this.initiatives.save(tx, id, { stage, ...ending });
    await this.initiatives.addMove(tx, id, { from: 'idea', to: stage, reason: review }, by);
    if (review === '') return;
    const nextReviewOn = stage === 'closed' ? null : input.reviewOn;
    const decision = stage === 'closed' ? 'close' : stage === 'embedded' ? 'embed' : 'continue';
    await this.initiatives.addReview(tx, id, { decision, words: review, nextReviewOn }, by);
    await tx.append('portfolio.initiative-reviewed', subject, { initiativeName: told.name, decision });
  }
}
