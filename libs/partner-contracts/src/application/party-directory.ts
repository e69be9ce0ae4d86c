import type { Locale } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';

/** An organisation as a contract names it. */
export interface PartnerParty {
  readonly id: string;
  readonly name: string;
  readonly cvr: string | null;
  /** The contact person a contract goes to when nobody else is named. */
  readonly contact: { readonly name: string; readonly email: string; readonly locale: Locale } | null;
}

/** Looks up the parties of a contract in what alliances publishes. */
export abstract class PartyDirectory {
  /** The name of the alliance. */
  abstract allianceName(tx: Transaction): Promise<string>;
  /** The full address of the secretariat's page of a contract. */
  abstract contractPage(tx: Transaction, contractId: string): Promise<string>;
  /** The language of a member of the alliance by mail address; Danish when it is nobody's. */
  abstract localeOf(tx: Transaction, email: string): Promise<Locale>;
  /** The organisations with these ids that are there, in no order. */
  abstract listPartners(tx: Transaction, ids: readonly string[]): Promise<PartnerParty[]>;
}
