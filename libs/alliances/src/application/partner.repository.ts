import type { Transaction } from '#libs/platform';
import type { Partner } from '../domain/partner.js';

/** How partners are kept; everything within the alliance of the unit of work. */
export abstract class PartnerRepository {
  /**
   * Lets one unit of work at a time decide which partners there are, until it ends: two imports of one list, or
   * an import and somebody typing, come one after the other.
   */
  abstract holdList(tx: Transaction): Promise<void>;
  /** All partners. */
  abstract listAll(tx: Transaction): Promise<Partner[]>;
  /** One partner, if it is there. */
  abstract findById(tx: Transaction, organisationId: string): Promise<Partner | undefined>;
  /** The partner with that CVR number, if there is one. */
  abstract findByCvr(
    tx: Transaction,
    cvr: string,
  ): Promise<{ organisationId: string; name: string } | undefined>;
  /** Keeps new partners with their memberships and contacts. */
  abstract insert(tx: Transaction, partners: readonly Partner[]): Promise<void>;
  /**
   * Keeps changed partners, each based on the version it names; the version rises by one.
   * @throws DomainError platform/stale when one of them has been changed meanwhile
   */
  abstract update(tx: Transaction, partners: readonly Partner[]): Promise<void>;
  /** Takes partners away. @returns the ids of those that could go; others are in use elsewhere */
  abstract remove(tx: Transaction, organisationIds: readonly string[]): Promise<string[]>;
}
