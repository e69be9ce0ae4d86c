import type { AgendaAnswer, AgendaContent, AgendaState } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { Standing } from '../domain/answer.js';

/** A version of the agenda as it is kept. */
export interface StoredAgenda {
  readonly id: string;
  readonly number: number;
  readonly state: AgendaState;
  readonly content: AgendaContent;
  /** Which consultation it is in: taking one back and putting out anew asks everybody again. */
  readonly round: number;
  readonly answerBy: PlainDate | null;
  readonly takenBackReason: string;
  readonly adoptedDespite: string;
  readonly putOutAt: Date | null;
  readonly adoptedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** An organisation that was asked, and what it answered. */
export interface StoredAnswer {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly answer: Standing;
  readonly words: string;
  readonly answeredBy: string | null;
  readonly recordedBySecretariat: boolean;
  readonly answeredAt: Date | null;
  readonly version: number;
}

/** What an organisation says, and through whom. */
export interface GivenAnswer {
  readonly answer: AgendaAnswer;
  readonly words: string;
  readonly byId: string;
  readonly byName: string;
  readonly recordedBySecretariat: boolean;
}

/** Versions of the alliance's agenda and the answers to them. */
export abstract class AgendaRepository {
  /** All versions, newest first. */
  abstract list(tx: Transaction): Promise<StoredAgenda[]>;
  /** One version, or null. */
  abstract find(tx: Transaction, id: string): Promise<StoredAgenda | null>;
  /** One version, held until the end of the unit of work so that nobody else changes it. */
  abstract hold(tx: Transaction, id: string): Promise<StoredAgenda | null>;
  /** A new draft. Two at once: the later one is refused by the database (one open version). */
  abstract add(tx: Transaction, draft: Pick<StoredAgenda, 'id' | 'number' | 'content'>): Promise<void>;
  /** Keeps the changes of a held version and counts its version up. @returns the new version */
  abstract save(tx: Transaction, id: string, changes: Partial<StoredAgenda>): Promise<number>;
  /** The version in force becomes history. */
  abstract supersede(tx: Transaction): Promise<void>;
  /** Who was asked in a round, by name. */
  abstract answers(tx: Transaction, agenda: Pick<StoredAgenda, 'id' | 'round'>): Promise<StoredAnswer[]>;
  /** One organisation's answer, held. */
  abstract holdAnswer(
    tx: Transaction,
    agenda: Pick<StoredAgenda, 'id' | 'round'>,
    organisationId: string,
  ): Promise<StoredAnswer | null>;
  /** Asks organisations; who is asked already stays as it is. @returns those newly asked */
  abstract ask(
    tx: Transaction,
    agenda: Pick<StoredAgenda, 'id' | 'round'>,
    organisationIds: readonly string[],
  ): Promise<string[]>;
  /** Keeps an answer. */
  abstract saveAnswer(tx: Transaction, id: string, given: GivenAnswer): Promise<void>;
  /** Names of the alliance's organisations among the ids; an id that is not there has no name. */
  abstract organisationNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>>;
  /** Names of the alliance's indicators among the ids. */
  abstract indicatorNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>>;
}
