import type { Transaction } from '#libs/platform';
import type { ContractStepKind, StoredContract, StoredSignature } from './contract.repository.js';

/** A contract of the past with what belongs to it. */
export interface PastContract {
  readonly contract: StoredContract;
  readonly signatures: readonly StoredSignature[];
  readonly steps: readonly {
    readonly step: ContractStepKind;
    readonly byName: string | null;
    /** Null for whoever has no account. */
    readonly byId: string | null;
    readonly at: Date;
  }[];
}

/** Keeps many contracts of the past in a few statements: only for examples. */
export abstract class ExampleContracts {
  abstract insertAll(tx: Transaction, contracts: readonly PastContract[]): Promise<void>;
}
