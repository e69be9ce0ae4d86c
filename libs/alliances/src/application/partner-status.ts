import { Injectable } from '@nestjs/common';

/** Where the state of a partner's contract can be read: a published view of the module that owns contracts. */
export interface PartnerStatusView {
  /** LEFT JOIN of the view to the organisation `o`, at most one row each. */
  readonly join: string;
  /** Expression for the state, text or NULL. */
  readonly status: string;
}

/**
 * The port by which the module of contracts adds their state to the list of partners. Alliances stands below it
 * and knows nothing of contracts.
 */
@Injectable()
export class PartnerStatus {
  private view: PartnerStatusView | undefined;

  /** Says where the state is read; called once, at start. */
  use(view: PartnerStatusView): void {
    if (this.view !== undefined) throw new Error('The state of partners comes from one module only');
    this.view = view;
  }

  /** What the list joins; without contracts every state is NULL. */
  get(): PartnerStatusView {
    return this.view ?? { join: '', status: 'null::text' };
  }
}
