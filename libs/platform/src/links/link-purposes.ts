import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';

/** The same short text in both languages. */
export type BothLanguages = Readonly<Record<Locale, string>>;

/** Whom a link is for. */
export interface LinkHolder {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** A link as it is stored, without its secret. */
export interface StoredLink {
  readonly id: string;
  readonly purpose: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
  readonly holder: LinkHolder;
}

/** The one thing a link opens, as lists name it; `path` is its page below the alliance's address. */
export interface LinkedThing {
  readonly kind: string;
  readonly id: string;
  readonly title: BothLanguages;
  readonly path: string;
}

/** Why a fresh link is sent: the earlier one was lost or has expired, or its holder was not the right person. */
export type LinkReason =
  { readonly kind: 'again' } | { readonly kind: 'passed-on'; readonly passedOnBy: string };

/** One kind of link without account, told of by the module whose things it opens. */
export interface LinkPurpose {
  /** The segment after `/l/` in its address. */
  readonly purpose: string;
  /** What its holder may do with it, as lists say it: »Svar på henvendelse«. */
  readonly label: BothLanguages;
  /** Kind of the things it is about: `contract`. */
  readonly about: string;
  /** Its holder is a young person: the address is told to nobody, and nobody else gets the link. */
  readonly isPersonal?: boolean;
  /** What whoever passes it on should know: who may have it, and what they then see. */
  readonly passOnHint?: BothLanguages;
  /** The subjects of links that are about a thing; default: the thing itself. */
  subjectsOf?(tx: Transaction, thingId: string): Promise<readonly string[]>;
  /** The things behind subjects; one that is gone is left out. */
  describe(tx: Transaction, subjectIds: readonly string[]): Promise<ReadonlyMap<string, LinkedThing>>;
  /**
   * Issues a fresh link to somebody and leaves the mail that carries it. The earlier ones have ended.
   * @throws DomainError when the thing waits for nobody any more
   */
  send?(tx: Transaction, link: StoredLink, to: LinkHolder, reason: LinkReason): Promise<void>;
}

/** Every kind of link without account; modules register theirs when they are constructed. */
@Injectable()
export class LinkPurposes {
  private readonly purposes = new Map<string, LinkPurpose>();

  /** Adds a kind of link. @throws Error when the purpose is taken */
  register(purpose: LinkPurpose): void {
    if (this.purposes.has(purpose.purpose))
      throw new Error(`Links for ${purpose.purpose} are registered already`);
    this.purposes.set(purpose.purpose, purpose);
  }

  /** One kind of link, if it is known. */
  find(purpose: string): LinkPurpose | undefined {
    return this.purposes.get(purpose);
  }

  /** All kinds of links. */
  all(): readonly LinkPurpose[] {
    return [...this.purposes.values()];
  }
}
