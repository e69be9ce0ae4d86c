import { Injectable } from '@nestjs/common';
import type { PersonSubjectKind } from '#libs/api-schema';
import type { Action } from '../access/policies.js';
import type { Transaction } from '../database/transaction.js';

/** A person as the module that keeps it sees it. */
export interface FoundPerson {
  /** How the person is called on the page and in the export. */
  readonly name: string;
  /** The row with the columns that the module's policy names in its conditions. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** How a module finds a person of its kind, and by which of its rules somebody may hand out or erase the data. */
export interface PersonSubjectKeeper {
  readonly kind: PersonSubjectKind;
  /** The subject type of the module's policy, e.g. `Participant`. */
  readonly policySubject: string;
  /** What somebody must be allowed to do with it; default `read` to see and export, `delete` to erase. */
  readonly actions?: { readonly see?: Action; readonly erase?: Action };
  /** The person with this id in the alliance; undefined when there is none or row-level security hides it. */
  find(tx: Transaction, id: string): Promise<FoundPerson | undefined>;
}

/** Who keeps which kind of person. */
@Injectable()
export class PersonSubjects {
  private readonly keepers = new Map<PersonSubjectKind, PersonSubjectKeeper>();

  /** Adds a keeper; call when the module is constructed. @throws Error when the kind has one */
  register(keeper: PersonSubjectKeeper): void {
    if (this.keepers.has(keeper.kind)) throw new Error(`${keeper.kind} has a keeper already`);
    this.keepers.set(keeper.kind, keeper);
  }

  /** The keeper of a kind, if its module is there. */
  of(kind: PersonSubjectKind): PersonSubjectKeeper | undefined {
    return this.keepers.get(kind);
  }
}
