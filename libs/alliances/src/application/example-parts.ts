import { Injectable } from '@nestjs/common';
import type { PersonActor, Transaction } from '#libs/platform';

/** The alliance that is being filled with an example. */
export interface Example {
  readonly name: ExampleName;
  readonly allianceId: string;
  /** Whoever asked for it; has all roles in it, so as to try each. */
  readonly founder: PersonActor;
  /** The municipality in it. */
  readonly municipalityId: string;
  /** Its companies, in a fixed order. */
  readonly companyIds: readonly string[];
  /** The school in it. */
  readonly schoolId: string;
  /** The day on which it is filled, `YYYY-MM-DD`: what it holds lies around this day. */
  readonly today: string;
  /** Numbers from 0 (inclusive) to 1 that come out the same every time. */
  random(): number;
}

/** The examples on offer. */
export type ExampleName = 'ungegarantien';

/** What one module puts into an example, on its own tables. */
export interface ExamplePart {
  readonly name: string;
  /** Parts are filled from low to high: partners 0, agenda 10, contracts 20, enquiries 30, participants 40, indicators 50, initiatives 60, meetings 70. */
  readonly order: number;
  /** Runs in one unit of work of the system in the new alliance; fails or succeeds with all the others. */
  fill(tx: Transaction, example: Example): Promise<void>;
}

/** The port through which modules say what they put into an example alliance. */
@Injectable()
export class ExampleParts {
  private readonly parts: ExamplePart[] = [];

  /** Adds a module's part; call when the module is constructed. */
  register(part: ExamplePart): void {
    this.parts.push(part);
  }

  /** All parts in the order in which they are filled. */
  inOrder(): readonly ExamplePart[] {
    return [...this.parts].sort((one, other) => one.order - other.order);
  }
}
